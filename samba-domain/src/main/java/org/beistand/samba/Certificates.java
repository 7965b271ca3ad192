package org.beistand.samba;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority of the domain's company, what it signed for the domain controller, and a stranger's authority. */
final class Certificates {

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** @param address the only one that the controller's certificate names */
    static Certificates in(Path folder, String address) throws IOException, InterruptedException {
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
