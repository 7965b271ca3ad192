/** The relay process. Forwards frames by their header and never reads their content. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay;
