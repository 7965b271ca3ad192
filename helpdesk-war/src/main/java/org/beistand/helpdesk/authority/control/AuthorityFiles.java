package org.beistand.helpdesk.authority.control;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Certificates of an authority as administrators have them: PEM, DER or PKCS 7, one or several, in one file or in more. */
public final class AuthorityFiles {

    /** An authority's certificate has 1 to 3 kB: this holds every chain, and no disk image. */
    public static final int LARGEST = 256 * 1024;

    /** As much as is kept. */
    private static final int LONGEST_TEXT = 60_000;

    private static final int PEM_LINE = 64;

    private AuthorityFiles() {}

    /** What was in it. */
    public sealed interface Content {
        /** @param pem all of them, each once */
        record Usable(List<Trusted> all, String pem) implements Content {}

        record Unusable(Reason reason) implements Content {}
    }

    /** Why nothing was taken. */
    public enum Reason {
        /** Longer than any certificate. */
        LARGE,
        /** There is a private key in it, which has no business here. */
        KEY,
        /** At least one thing in it is no certificate. */
        NO_CERTIFICATE,
        /** At least one is out of date. */
        EXPIRED
    }

    /** One who is trusted. */
    public record Trusted(String subject, Instant until) {}

    /** All of the files, or nothing. */
    public static Content read(Collection<byte[]> files, Instant now) {
        Set<X509Certificate> all = new LinkedHashSet<>();
        for (byte[] file : files) {
            if (file.length > LARGEST) {
                return new Content.Unusable(Reason.LARGE);
            }
            if (new String(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----")) {
                return new Content.Unusable(Reason.KEY);
            }
            var found = certificates(file);
            if (found.isEmpty()) {
                return new Content.Unusable(Reason.NO_CERTIFICATE);
            }
            all.addAll(found);
        }
        return judged(all, now);
    }

    private static Content judged(Set<X509Certificate> all, Instant now) {
        if (all.isEmpty()) {
            return new Content.Unusable(Reason.NO_CERTIFICATE);
        }
        if (all.stream().anyMatch(one -> one.getNotAfter().toInstant().isBefore(now))) {
            return new Content.Unusable(Reason.EXPIRED);
        }
        String pem = all.stream().map(AuthorityFiles::pem).collect(Collectors.joining("\n"));
        return pem.length() > LONGEST_TEXT
                ? new Content.Unusable(Reason.LARGE)
                : new Content.Usable(all.stream().map(AuthorityFiles::trusted).toList(), pem);
    }

    /** Whom a text that is kept trusts, also those out of date; none for a text that is none. */
    public static List<Trusted> trusted(String pem) {
        return certificates(pem.getBytes(StandardCharsets.US_ASCII)).stream()
                .map(AuthorityFiles::trusted)
                .toList();
    }

    private static Trusted trusted(X509Certificate one) {
        return new Trusted(
                one.getSubjectX500Principal().toString(), one.getNotAfter().toInstant());
    }

    private static List<X509Certificate> certificates(byte[] file) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException none) {
            return List.of();
        }
    }

    private static String pem(X509Certificate one) {
        try {
            var lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(one.getEncoded())
                    + "\n-----END CERTIFICATE-----";
        } catch (CertificateException impossible) {
            throw new IllegalStateException("It was read from its encoding", impossible);
        }
    }
}
