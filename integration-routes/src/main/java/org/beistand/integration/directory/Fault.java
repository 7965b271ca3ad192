package org.beistand.integration.directory;

/**
 * Why the directory did not give what it was asked for.
 *
 * @param detail what exactly, in the directory's or Java's words, for whoever mends it; never a secret
 */
public record Fault(Kind kind, String detail) {

    /** What went wrong, in the order in which a connection meets it. */
    public enum Kind {
        /** No name server knows the host. */
        NAME_UNKNOWN,
        /** The host is inside this installation, and whoever runs it did not permit that. */
        NOT_PERMITTED,
        /** Nobody listens there. */
        UNREACHABLE,
        /** Somebody listens and says nothing. */
        SILENT,
        /** The certificate of the company's directory is unreadable. */
        AUTHORITY,
        /** The directory does not know StartTLS. */
        NO_START_TLS,
        /** Nobody we trust signed the directory's certificate, or it is out of date. */
        CHAIN,
        /** The certificate is for another name. */
        HOST_NAME,
        /** Encryption failed in another way. */
        TLS,
        /** The directory wants a better protected line. */
        SIGNING,
        /** The directory does not accept user and password; the detail has the sub-code. */
        CREDENTIALS,
        /** The base is not there, or we may not see it. */
        BASE,
        /** The filter is none. */
        FILTER,
        /** A group is not there any more, or we may not see it. */
        GROUP,
        /** The service account may not write there. */
        RIGHTS,
        /** The directory, or that kind of entry, has no attribute of that name, or it holds other things. */
        ATTRIBUTE,
        /** Several entries are meant. */
        AMBIGUOUS,
        /** There is something of somebody else's in the attribute. */
        OCCUPIED,
        /** The directory stopped before the end of the answer. */
        TRUNCATED,
        /** The connection broke, or something nobody foresaw. */
        BROKEN
    }
}
