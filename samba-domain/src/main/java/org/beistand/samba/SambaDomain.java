package org.beistand.samba;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * A domain controller of Debian's samba: provisioned, peopled (see {@link Population}) and started when first asked for,
 * one for each JVM. It listens at addresses of its own on loopback, because its ports cannot be chosen; that and its
 * files need root. It ends with the JVM, however that ends. Read this first.
 */
public final class SambaDomain {

    public static final String BASE = "DC=beistand,DC=test";

    /** Of everybody in it who has one. */
    public static final String PASSWORD = "Geheim-2026!";

    /** A plain user whom Beistand reads with. */
    public static final String SERVICE_USER = "svc-beistand@beistand.test";

    private static final int LDAPS = 636;
    private static final int LDAP = 389;
    private static final int PATIENCE_SECONDS = 60;

    private static final class Shared {
        static final SambaDomain DOMAIN = begin();
    }

    private final Path folder;
    private final String address;
    private final String namelessAddress;
    private final Certificates certificates;
    private final Hand hand;

    private SambaDomain(Path folder, String net) throws IOException, InterruptedException {
        this.folder = folder;
        this.address = net + ".10";
        this.namelessAddress = net + ".11";
        this.certificates = Certificates.in(folder, address);
        provision();
        this.hand = Hand.in(folder);
        hand.does("ldif", List.of("dn: " + BASE, "changetype: modify", "replace: minPwdAge", "minPwdAge: 0"));
        Population.all().forEach(block -> hand.does("ldif", block));
        start();
    }

    /** The one of this JVM. @throws IllegalStateException without samba, or without the rights to run it */
    public static SambaDomain get() {
        return Shared.DOMAIN;
    }

    private static SambaDomain begin() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.isExecutable(Path.of("/usr/sbin/samba"))) {
            throw new IllegalStateException(
                    "The tests of the directory run a real domain controller: they need root and the"
                            + " packages samba, samba-ad-provision, samba-dsdb-modules and samba-vfs-modules"
                            + " (./beistand test installs them)");
        }
        try {
            // Two processes that test at the same time get addresses of their own.
            long process = ProcessHandle.current().pid();
            return new SambaDomain(
                    Files.createTempDirectory("beistand-domain"),
                    "127." + (100 + process / 250 % 100) + "." + process % 250);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private void provision() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("samba-tool", "domain", "provision", "--realm=BEISTAND.TEST"));
        command.addAll(List.of("--domain=BEISTAND", "--server-role=dc", "--dns-backend=NONE", "--host-name=dc1"));
        command.addAll(List.of("--host-ip=127.0.0.1", "--adminpass=" + PASSWORD, "--targetdir=" + folder));
        for (String option : List.of(
                "bind interfaces only=yes",
                "interfaces=" + address + "/8 " + namelessAddress + "/8",
                "server services=ldap",
                "vfs objects=dfs_samba4 acl_xattr xattr_tdb",
                "pid directory=" + folder,
                "log file=" + folder.resolve("samba.log"),
                "tls certfile=" + certificates.path("dc.pem"),
                "tls keyfile=" + certificates.path("dc.key"),
                "tls cafile=" + certificates.path("ca.pem"))) {
            command.add("--option=" + option);
        }
        Path log = folder.resolve("provision.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("samba-tool failed: " + Files.readString(log));
        }
    }

    /** With its standard input open: samba ends when that does, also when this JVM is killed. */
    private void start() throws IOException, InterruptedException {
        Path log = folder.resolve("start.log");
        var samba = new ProcessBuilder(
                        "/usr/sbin/samba",
                        "-i",
                        "-M",
                        "single",
                        "-s",
                        folder.resolve("etc/smb.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            samba.destroy();
            hand.close();
        }));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!listens(LDAPS) || !listens(LDAP)) {
            if (samba.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException("samba did not start: " + Files.readString(log));
            }
        }
    }

    private boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Encrypted from the first byte. */
    public String ldaps() {
        return "ldaps://" + address + ":" + LDAPS;
    }

    /** In the clear until StartTLS. */
    public String ldap() {
        return "ldap://" + address + ":" + LDAP;
    }

    /** The same controller at an address that its certificate does not name. */
    public String ldapsUnderAnotherName() {
        return "ldaps://" + namelessAddress + ":" + LDAPS;
    }

    /** As {@link #ldapsUnderAnotherName}, for StartTLS. */
    public String ldapUnderAnotherName() {
        return "ldap://" + namelessAddress + ":" + LDAP;
    }

    /** The authority that signed the controller's certificate, as PEM. */
    public String authority() {
        return certificates.pem("ca.pem");
    }

    /** An authority that did not, as PEM. */
    public String strangersAuthority() {
        return certificates.pem("stranger.pem");
    }

    /** Where it listens; the only address that its certificate names. */
    public String address() {
        return address;
    }

    /** What the controller shows to whoever connects: for a double that answers in its place. */
    public SSLContext serving() throws GeneralSecurityException, IOException {
        return certificates.serving();
    }

    /** The key to the controller's certificate, as PKCS 8 in PEM. */
    public String key() {
        return certificates.pem("dc.key");
    }

    /** @param ldif entries, with blank lines between them; all or none */
    public void add(List<String> ldif) {
        hand.does("ldif", ldif);
    }

    /** Replaces one attribute. @param value empty to remove it */
    public void set(String dn, String attribute, String value) {
        List<String> lines = new ArrayList<>(List.of(Population.line("dn", dn), "changetype: modify"));
        lines.add((value.isEmpty() ? "delete: " : "replace: ") + attribute);
        if (!value.isEmpty()) {
            lines.add(Population.line(attribute, value));
        }
        hand.does("ldif", lines);
    }

    /** Replaces one attribute of bytes. */
    public void setBytes(String dn, String attribute, byte[] value) {
        hand.does(
                "ldif",
                List.of(
                        Population.line("dn", dn),
                        "changetype: modify",
                        "replace: " + attribute,
                        Population.line(attribute, value)));
    }

    /** Lets the service user write that attribute of that entry, as an administrator of the domain delegates it. */
    public void letServiceUserWrite(String dn, String attribute) {
        hand.does("allow", List.of(dn, "CN=Beistand," + Population.PEOPLE, attribute));
    }

    /** The first value of an attribute; empty without one. */
    public String read(String dn, String attribute) {
        return new String(
                Base64.getDecoder().decode(hand.asks("read", List.of(dn, attribute))), StandardCharsets.UTF_8);
    }

    public void addMember(String group, String member) {
        hand.does(
                "ldif",
                List.of(
                        Population.line("dn", group),
                        "changetype: modify",
                        "add: member",
                        Population.line("member", member)));
    }

    public void removeMember(String group, String member) {
        hand.does(
                "ldif",
                List.of(
                        Population.line("dn", group),
                        "changetype: modify",
                        "delete: member",
                        Population.line("member", member)));
    }

    /** Makes a group somebody's primary one; afterwards no {@code memberOf} tells of it. */
    public void makePrimary(String group, String member) {
        addMember(group, member);
        set(member, "primaryGroupID", hand.asks("rid", List.of(group)));
    }

    /** A new name, or another place. */
    public void rename(String dn, String newDn) {
        hand.does("rename", List.of(dn, newDn));
    }

    public void delete(String dn) {
        hand.does("delete", List.of(dn));
    }
}
