package org.beistand.helpdesk.session.control;

import java.time.Duration;
import java.util.UUID;

/** What {@link PinGuard} says before a PIN is looked up. It depends on who asks and how busy it is, never on the PIN. */
public sealed interface PinVerdict {

    /** Look it up. The attempt counts as wrong until it is refunded. */
    record Admitted(UUID attempt) implements PinVerdict {}

    /** A flood is on: come back with this challenge solved. Nothing was counted. */
    record WorkFirst(String challenge) implements PinVerdict {}

    /** This source, or the whole company, has used its attempts; the link still works. */
    record Refused(Duration retryAfter) implements PinVerdict {}
}
