/** Who may come in: grants checked offline, each once; sources kept from hammering. Knows no sockets. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.admission;
