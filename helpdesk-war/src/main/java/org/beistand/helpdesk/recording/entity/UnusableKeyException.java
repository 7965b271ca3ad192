package org.beistand.helpdesk.recording.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A key that could not be opened again, or too easily. */
public final class UnusableKeyException extends DomainException {

    UnusableKeyException(String part) {
        super(
                Rule.of(
                        "recording-key-unusable",
                        Status.INVALID,
                        "org.beistand.helpdesk.recording.messages",
                        "problem.key",
                        part),
                "Unusable recording key: " + part);
    }
}
