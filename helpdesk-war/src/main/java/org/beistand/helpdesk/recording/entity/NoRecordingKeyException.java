package org.beistand.helpdesk.recording.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** Nothing can be recorded before there is a key that it is sealed for. */
public final class NoRecordingKeyException extends DomainException {

    NoRecordingKeyException() {
        super(
                Rule.of(
                        "recording-key-missing",
                        Status.INVALID,
                        "org.beistand.helpdesk.recording.messages",
                        "problem.no_key"),
                "A policy of recording without a key");
    }
}
