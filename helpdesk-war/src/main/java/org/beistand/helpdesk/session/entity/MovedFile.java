package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A whole file that went from one end to the other, never what it held.
 *
 * @param name one line without a path
 * @param sha256 64 lower-case hexadecimal digits
 */
@Embeddable
public record MovedFile(
        @Column(name = "file_name", length = LONGEST_NAME) String name,
        @Column(name = "file_bytes") Long bytes,
        @Column(name = "file_sha256", length = 64) String sha256) {

    /** Characters; no file system takes more. */
    public static final int LONGEST_NAME = 255;
}
