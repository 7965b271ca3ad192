package org.beistand.helpdesk.identity.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A PIN rule that would make PINs guessable or useless. */
public final class PinRuleException extends DomainException {

    private static final int LONGEST_LIFE_MINUTES = 60;

    private PinRuleException(int length, int minutes) {
        super(
                Rule.of("pin-rule", Status.INVALID, "org.beistand.helpdesk.identity.messages", "error.pin_rule"),
                "PIN length " + length + ", minutes " + minutes);
    }

    static void check(int length, int minutes) {
        if (length < Company.SHORTEST_PIN
                || length > Company.LONGEST_PIN
                || minutes < 1
                || minutes > LONGEST_LIFE_MINUTES) {
            throw new PinRuleException(length, minutes);
        }
    }
}
