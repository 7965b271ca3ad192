/** Numbers for the operator. Counts, and knows nothing of what it counts. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.meter;
