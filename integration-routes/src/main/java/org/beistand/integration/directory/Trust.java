package org.beistand.integration.directory;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.beistand.integration.Authorities;
import org.jspecify.annotations.Nullable;

/**
 * Whom one connection trusts: Java's own check of chain and host name, made one after the other, so that it is known which
 * of the two failed. With an authority of the directory's own nobody else is trusted.
 */
final class Trust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager checks;
    private @Nullable Refusal refusal;

    private Trust(X509ExtendedTrustManager checks) {
        this.checks = checks;
    }

    /** @throws Refusal when what is to be trusted is no certificate */
    static Trust in(DirectoryAccess access) {
        try {
            return new Trust(
                    access.authority().isBlank()
                            ? access.authorities().checks()
                            : Authorities.trusting(Authorities.certificates(access.authority())));
        } catch (GeneralSecurityException | IOException unusable) {
            throw new Refusal(Fault.Kind.AUTHORITY, String.valueOf(unusable.getMessage()));
        }
    }

    SSLSocketFactory sockets() {
        return Authorities.sockets(this);
    }

    /** What was wrong with the certificate that was checked last. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        try {
            checks.checkServerTrusted(chain, kind);
        } catch (CertificateException untrusted) {
            refusal = new Refusal(
                    Fault.Kind.CHAIN,
                    chain[0].getSubjectX500Principal() + ", issued by " + chain[0].getIssuerX500Principal() + ": "
                            + untrusted.getMessage());
            throw untrusted;
        }
        try {
            checks.checkServerTrusted(chain, kind, socket);
        } catch (CertificateException otherName) {
            refusal = new Refusal(Fault.Kind.HOST_NAME, "the certificate is for " + names(chain[0]));
            throw otherName;
        }
    }

    private static String names(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? certificate.getSubjectX500Principal().toString()
                    : String.join(
                            ", ",
                            names.stream()
                                    .map(name -> String.valueOf(name.get(1)))
                                    .toList());
        } catch (CertificateParsingException unreadable) {
            return certificate.getSubjectX500Principal().toString();
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("only sockets are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("the host name must be checked, too");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("nobody calls here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("nobody calls here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("nobody calls here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return checks.getAcceptedIssuers();
    }
}
