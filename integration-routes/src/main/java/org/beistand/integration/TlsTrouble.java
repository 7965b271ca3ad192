package org.beistand.integration;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a connection could not be made private, in a code that pages have words for. */
public final class TlsTrouble {

    private static final int MOST_CAUSES = 10;
    private static final int LONGEST_WORDS = 200;

    private TlsTrouble() {}

    /** A code, and after a colon what was said; nothing was sent then. */
    public static String reason(SSLException failed) {
        if (has(failed, CertificateExpiredException.class)) {
            return "out-of-date";
        }
        if (has(failed, CertPathBuilderException.class) || has(failed, CertPathValidatorException.class)) {
            return "untrusted";
        }
        // What remains of Java's complaints about a certificate is its name; the HTTP client has a type of its own for
        // that.
        String code = failed instanceof SSLPeerUnverifiedException || has(failed, CertificateException.class)
                ? "wrong-name"
                : "no-tls";
        return code + ": " + said(failed);
    }

    /**
     * Whether it failed before anything of a request went out: that happens only when both sides have agreed on a key.
     * Java has no type of its own for a side that answers the very first bytes with something else than TLS.
     */
    public static boolean isBeforeTheRequest(SSLException failed) {
        return failed instanceof SSLHandshakeException
                || failed instanceof SSLPeerUnverifiedException
                || String.valueOf(failed.getMessage()).startsWith("Unsupported or unrecognized SSL message");
    }

    private static boolean has(Throwable failed, Class<? extends Throwable> kind) {
        return Stream.iterate(Optional.of(failed), Optional::isPresent, each -> each.map(Throwable::getCause))
                .limit(MOST_CAUSES)
                .flatMap(Optional::stream)
                .anyMatch(kind::isInstance);
    }

    private static String said(SSLException failed) {
        String words = String.valueOf(failed.getMessage()).replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }
}
