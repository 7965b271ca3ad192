package org.beistand.helpdesk.servicenow.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A request for a PIN that cannot be granted; the text tells the technician over there why. */
public final class PinRequestException extends DomainException {

    PinRequestException(String textKey, Object... arguments) {
        super(
                Rule.of(
                        "servicenow-" + textKey.replace('.', '-').replace('_', '-'),
                        Status.INVALID,
                        "org.beistand.helpdesk.servicenow.messages",
                        textKey,
                        arguments),
                "PIN from ServiceNow: " + textKey);
    }
}
