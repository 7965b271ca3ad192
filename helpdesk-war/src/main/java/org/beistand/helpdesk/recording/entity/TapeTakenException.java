package org.beistand.helpdesk.recording.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** The id belongs to the tape of another session. */
public final class TapeTakenException extends DomainException {

    public TapeTakenException() {
        super(
                Rule.of(
                        "tape-taken",
                        Status.CONFLICT,
                        "org.beistand.helpdesk.recording.messages",
                        "problem.tape_taken"),
                "The tape of another session has this id");
    }
}
