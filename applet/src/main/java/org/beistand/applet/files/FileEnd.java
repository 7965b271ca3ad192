package org.beistand.applet.files;

/** What became of a file on its way. */
public enum FileEnd {
    /** All of it is where it was to go. */
    TAKEN,
    NOT_PERMITTED,
    TOO_LARGE,
    /** It cannot be written. */
    NO_ROOM,
    /** Not offered any more, or not what it was when it was offered. */
    GONE,
    /** One of the two ends does not want it any more. */
    CANCELLED,
    /** The pieces do not make the file. */
    BROKEN
}
