package org.beistand.helpdesk.recording.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** The disk is needed for other things; the relay keeps the tape and comes back. */
public final class StorageFullException extends DomainException {

    public StorageFullException(long megabytes) {
        super(
                Rule.of(
                        "storage-full",
                        Status.STORAGE_FULL,
                        "org.beistand.helpdesk.recording.messages",
                        "problem.storage"),
                "Less than " + megabytes + " MB are free for recordings");
    }
}
