package org.beistand.integration.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom one connection trusts: Java's own check of chain and host name, made one after the other, so that it is known which
 * of the two failed. With an authority of the company's own nobody else is trusted.
 */
final class Trust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager checks;
    private @Nullable Refusal refusal;

    private Trust(X509ExtendedTrustManager checks) {
        this.checks = checks;
    }

    /**
     * @param authority PEM, or empty for the authorities that Java knows
     * @throws Refusal when it is no certificate
     */
    static Trust in(String authority) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authority.isBlank() ? null : store(certificates(authority)));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager checks) {
                    return new Trust(checks);
                }
            }
            throw new IllegalStateException("Every Java checks certificates");
        } catch (GeneralSecurityException | IOException unusable) {
            throw new Refusal(Fault.Kind.AUTHORITY, String.valueOf(unusable.getMessage()));
        }
    }

    /** How many certificates the text holds. @throws CertificateException when something in it is none */
    static List<X509Certificate> certificates(String pem) throws CertificateException {
        Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (all.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return all.stream().map(X509Certificate.class::cast).toList();
    }

    private static KeyStore store(List<X509Certificate> trusted) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate certificate : trusted) {
            store.setCertificateEntry(String.valueOf(store.size()), certificate);
        }
        return store;
    }

    SSLSocketFactory sockets() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has TLS", impossible);
        }
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
