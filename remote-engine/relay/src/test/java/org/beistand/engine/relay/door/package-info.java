/** Tests of the door's own rules. What needs a connection is tried a room above. */
@NullMarked
package org.beistand.engine.relay.door;

import org.jspecify.annotations.NullMarked;
