/** A load generator for one relay: thousands of WebSockets on one selector. Never part of the product or of the tests. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.load;
