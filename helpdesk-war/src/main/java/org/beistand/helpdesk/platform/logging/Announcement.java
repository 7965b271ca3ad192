package org.beistand.helpdesk.platform.logging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One line for the person at the terminal, apart from the log. Written to the process's real output, because the server
 * turns {@code System.out} into log records, and a password that is shown once must not reach a log.
 */
public final class Announcement {

    private static final PrintStream TERMINAL =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Announcement() {}

    /** Prints {@code beistand: <line>}. */
    public static void say(String line) {
        TERMINAL.println("beistand: " + line);
    }
}
