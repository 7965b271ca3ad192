package org.beistand.helpdesk.recording.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A tape that nobody could ever play. */
public final class UnfitTapeException extends DomainException {

    public UnfitTapeException(String why) {
        super(
                Rule.of("tape-unfit", Status.BAD_REQUEST, "org.beistand.helpdesk.recording.messages", "problem.tape"),
                "Unfit tape: " + why);
    }
}
