package org.beistand.helpdesk.ticket.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A change came without saying which version it changes; it might undo what somebody else just did. */
final class VersionRequiredException extends DomainException {

    VersionRequiredException() {
        super(
                Rule.of(
                        "version-required",
                        Status.BAD_REQUEST,
                        "org.beistand.helpdesk.ticket.messages",
                        "problem.version-required"),
                "Neither If-Match nor version");
    }
}
