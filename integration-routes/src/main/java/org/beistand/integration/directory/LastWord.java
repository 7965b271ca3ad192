package org.beistand.integration.directory;

import java.util.regex.Pattern;

/**
 * One text that is kept in one attribute of one entry, replaced by each later one.
 *
 * @param whose entry it is
 * @param attribute that holds nothing else
 * @param mark the text's beginning: {@link #OURS} and a time in UTC to the second, so that it sorts by time
 * @param text what follows the mark; cut to what the attribute holds
 */
public record LastWord(Whose whose, String attribute, String mark, String text) {

    /** A value that begins so is ours, and may be replaced. */
    public static final String OURS = "Beistand ";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,59}");

    /** What decides on who somebody is and what they may do is no place for notes. */
    private static final Pattern NEVER = Pattern.compile(
            "(?i).*(pwd|password|principal|script|member|object|sid|security|account|delegat|credential|logon|primary).*"
                    + "|(?i)(cn|ou|dc|name|mail|manager|managedBy|displayName|distinguishedName|dNSHostName)");

    /** Whose entry is meant. */
    public sealed interface Whose {
        /** The person with that address, as {@code mail} or user principal name. */
        record Person(String email) implements Whose {}

        /** The computer of that name, with or without its domain. */
        record Computer(String name) implements Whose {}
    }

    /** @throws IllegalArgumentException for an attribute that is not for notes */
    public LastWord {
        if (!isForNotes(attribute) || !mark.startsWith(OURS)) {
            throw new IllegalArgumentException("not an attribute for notes");
        }
    }

    /** Whether an attribute of that name could be one for notes. */
    public static boolean isForNotes(String attribute) {
        return NAME.matcher(attribute).matches() && !NEVER.matcher(attribute).matches();
    }
}
