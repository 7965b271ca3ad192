/** The engine's HTTP doors as docs/protocol.md describes them, and what keeps sessions in step with relays. Only this component knows the relay's contract. */
@NullMarked
package org.beistand.helpdesk.engine.boundary;

import org.jspecify.annotations.NullMarked;
