package org.beistand.helpdesk.servicenow.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** Something about the connection cannot be as it was asked for; the text says what. */
public final class ConnectionRuleException extends DomainException {

    ConnectionRuleException(String textKey, Object... arguments) {
        super(
                Rule.of(
                        "servicenow-" + textKey.replaceAll(".*\\.", "").replace('_', '-'),
                        Status.INVALID,
                        "org.beistand.helpdesk.servicenow.messages",
                        textKey,
                        arguments),
                "Connection to ServiceNow: " + textKey);
    }
}
