package org.beistand.helpdesk.mail.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** Something about the e-mail settings cannot be as it was asked for; the text says what. */
public final class MailRuleException extends DomainException {

    MailRuleException(String textKey, Object... arguments) {
        super(
                Rule.of(
                        "mail-" + textKey.replaceAll(".*\\.", "").replace('_', '-'),
                        Status.INVALID,
                        "org.beistand.helpdesk.mail.messages",
                        textKey,
                        arguments),
                "E-mail settings: " + textKey);
    }
}
