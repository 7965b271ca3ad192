/** Proves that the contract's records survive both JSON libraries. Knows no HTTP. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.contract;
