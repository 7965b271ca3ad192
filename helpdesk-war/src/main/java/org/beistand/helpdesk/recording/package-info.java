/**
 * Recorded sessions: whether a company records and for which key, the tapes that relays deliver, and who looks at them. Knows
 * neither the relay's contract nor what is on a tape, which nobody here can read (ADR 0603).
 */
@NullMarked
package org.beistand.helpdesk.recording;

import org.jspecify.annotations.NullMarked;
