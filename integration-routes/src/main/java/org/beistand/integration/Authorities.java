package org.beistand.integration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * The certificate authorities of one company's own, trusted for its connections in addition to those that Java knows, and
 * for nobody else's. Host names are checked as ever.
 *
 * @param pem certificates, one after the other; empty for none
 */
public record Authorities(String pem) {

    /** Only those that Java knows. */
    public static final Authorities NONE = new Authorities("");

    public boolean isEmpty() {
        return pem.isBlank();
    }

    /** @throws CertificateException when something in it is no certificate, or there is none */
    public static List<X509Certificate> certificates(String pem) throws CertificateException {
        var all = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (all.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return all.stream().map(X509Certificate.class::cast).toList();
    }

    /** Java's own check of chains, for exactly these authorities. */
    public static X509ExtendedTrustManager trusting(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate certificate : authorities) {
            store.setCertificateEntry(String.valueOf(store.size()), certificate);
        }
        return checks(store);
    }

    /** Java's own check of chains, for these authorities and those it knows. */
    public X509ExtendedTrustManager checks() throws GeneralSecurityException, IOException {
        var usual = checks(null);
        if (isEmpty()) {
            return usual;
        }
        List<X509Certificate> all = new ArrayList<>(List.of(usual.getAcceptedIssuers()));
        all.addAll(certificates(pem));
        return trusting(all);
    }

    private static X509ExtendedTrustManager checks(@org.jspecify.annotations.Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager checks) {
                return checks;
            }
        }
        throw new IllegalStateException("Every Java checks certificates");
    }

    /** @throws IllegalStateException if what was stored is no certificate any more */
    public SSLSocketFactory sockets() {
        return sockets(stored());
    }

    /** Connections that believe nobody else. */
    public static SSLSocketFactory sockets(X509ExtendedTrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has TLS", impossible);
        }
    }

    private X509ExtendedTrustManager stored() {
        try {
            return checks();
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException("The company's certificates cannot be read", unreadable);
        }
    }

    /**
     * The option of an endpoint of Camel's http component that trusts them, beginning with {@code &}. An endpoint keeps its
     * connections to itself: none that one company's authority vouched for is ever used for another company.
     */
    public String option(CamelContext camel) {
        if (isEmpty()) {
            return "";
        }
        String name = "authorities-" + Sha256.hex(pem.getBytes(StandardCharsets.US_ASCII));
        if (camel.getRegistry().lookupByName(name) == null) {
            camel.getRegistry().bind(name, parameters());
        }
        return "&sslContextParameters=#" + name;
    }

    private SSLContextParameters parameters() {
        var managers = new TrustManagersParameters();
        managers.setTrustManager(stored());
        var parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }

    /** Whose they are does not belong into a log. */
    @Override
    public String toString() {
        return isEmpty() ? "Authorities[]" : "Authorities[...]";
    }
}
