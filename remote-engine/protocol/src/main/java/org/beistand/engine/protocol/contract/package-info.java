/** The engine's HTTP contract as records, and their JSON. Knows no HTTP, and nothing of how either side keeps things. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.contract;
