package org.beistand.helpdesk.session.control;

import java.nio.file.Path;

/**
 * One archive of the applet that customers can download.
 *
 * @param platform such as {@code linux-x64}, or {@code portable}
 * @param name file name for the customer
 * @param bytes size of the file
 */
public record Kit(String platform, String name, Path file, long bytes) {

    static final String PORTABLE = "portable";

    /** Whether it needs a Java that is installed already. */
    public boolean isPortable() {
        return platform.equals(PORTABLE);
    }

    public boolean isLinux() {
        return platform.startsWith("linux");
    }

    public boolean isTar() {
        return name.endsWith(".tar.gz");
    }

    /** In megabytes, rounded up. */
    public long getMegabytes() {
        return (bytes + 999_999) / 1_000_000;
    }
}
