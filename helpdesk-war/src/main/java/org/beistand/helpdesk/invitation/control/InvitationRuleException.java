package org.beistand.helpdesk.invitation.control;

import org.beistand.helpdesk.platform.problem.DomainException;

/** An invitation that cannot be sent as asked for; the text says why. */
public final class InvitationRuleException extends DomainException {

    InvitationRuleException(String textKey, Status status, Object... arguments) {
        super(
                Rule.of(
                        "invitation-" + textKey.replaceAll(".*\\.", "").replace('_', '-'),
                        status,
                        "org.beistand.helpdesk.invitation.messages",
                        textKey,
                        arguments),
                "Invitation: " + textKey);
    }

    public static InvitationRuleException invalid(String textKey, Object... arguments) {
        return new InvitationRuleException(textKey, Status.INVALID, arguments);
    }

    public static InvitationRuleException tooMany(String textKey, Object... arguments) {
        return new InvitationRuleException(textKey, Status.TOO_MANY, arguments);
    }
}
