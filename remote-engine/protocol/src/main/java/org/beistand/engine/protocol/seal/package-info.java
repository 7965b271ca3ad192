/** Keys between applet and technician that no relay has, and frames sealed with them. Opens no socket and shows nothing. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.seal;
