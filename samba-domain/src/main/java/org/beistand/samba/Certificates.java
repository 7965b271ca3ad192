package org.beistand.samba;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of a company, what it signed for a server of its own, and a stranger's authority. */
public final class Certificates {

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** @param address the only one that the server's certificate names, beside {@code dc1.beistand.test} */
    public static Certificates in(Path folder, String address) throws IOException, InterruptedException {
        var made = new Certificates(folder);
        made.authority("ca");
        made.authority("stranger");
        made.openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=dc1.beistand.test", "-keyout", "dc.key")
                .out("dc.csr");
        Files.writeString(folder.resolve("dc.ext"), "subjectAltName=DNS:dc1.beistand.test,IP:" + address + "\n");
        made.openssl("x509", "-req", "-days", "30", "-in", "dc.csr", "-CA", "ca.pem", "-CAkey", "ca.key")
                .with("-CAcreateserial", "-extfile", "dc.ext")
                .out("dc.pem");
        return made;
    }

    private void authority(String name) throws IOException, InterruptedException {
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30")
                .with("-subj", "/CN=Beistand test " + name, "-addext", "keyUsage=critical,keyCertSign")
                .with("-keyout", name + ".key")
                .out(name + ".pem");
    }

    /** The company's, as PEM. */
    public String authority() {
        return pem("ca.pem");
    }

    /** One that signed nothing here, as PEM. */
    public String stranger() {
        return pem("stranger.pem");
    }

    /** What the server shows to whoever connects. */
    public SSLContext serving() throws GeneralSecurityException, IOException {
        String encoded = pem("dc.key").replaceAll("-----[^-]*-----", "").replaceAll("\\s", "");
        var key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem("dc.pem").getBytes(StandardCharsets.US_ASCII)));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    String pem(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    private Call openssl(String... arguments) {
        return new Call(new ArrayList<>(List.of("openssl"))).with(arguments);
    }

    private final class Call {

        private final List<String> command;

        private Call(List<String> command) {
            this.command = command;
        }

        Call with(String... arguments) {
            command.addAll(List.of(arguments));
            return this;
        }

        void out(String file) throws IOException, InterruptedException {
            with("-out", file);
            int code = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("openssl.log").toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("openssl failed: " + pem("openssl.log"));
            }
        }
    }
}
