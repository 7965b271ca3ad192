/** What may pass from one clipboard to the other, and what may not. Vectors are shared with the browser. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.clipboard;
