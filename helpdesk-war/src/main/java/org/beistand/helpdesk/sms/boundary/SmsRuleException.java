package org.beistand.helpdesk.sms.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** Something about the SMS settings cannot be as it was asked for; the text says what. */
public final class SmsRuleException extends DomainException {

    SmsRuleException(String textKey, Object... arguments) {
        super(
                Rule.of(
                        "sms-" + textKey.replaceAll(".*\\.", "").replace('_', '-'),
                        Status.INVALID,
                        "org.beistand.helpdesk.sms.messages",
                        textKey,
                        arguments),
                "SMS settings: " + textKey);
    }
}
