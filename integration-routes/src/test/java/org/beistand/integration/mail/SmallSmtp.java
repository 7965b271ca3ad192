package org.beistand.integration.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.beistand.samba.LoopbackDoor;

/**
 * A mail server that takes messages over SMTP (RFC 5321) on a loopback socket and answers each command as it is told: with
 * any reply, with silence, or by going away.
 */
final class SmallSmtp implements AutoCloseable {

    static final String SILENCE = "silence";
    static final String GONE = "gone";

    /** The usual answer to a message, but only after the other side showed for a second that it waits for it. */
    static final String LATE = "late";

    private static final int LATENESS = 1_000;

    /** What is answered instead of yes; by {@code GREETING}, the command's first word, or {@code .} for a whole message. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    final List<String> taken = new CopyOnWriteArrayList<>();

    /** The only token for XOAUTH2. */
    volatile String token = "";

    /** For STARTTLS. */
    volatile Optional<SSLSocketFactory> encrypting = Optional.empty();

    private final LoopbackDoor door;

    SmallSmtp() throws IOException {
        door = new LoopbackDoor(this::serve);
    }

    int port() {
        return door.port();
    }

    private void serve(Socket guest) {
        try (guest) {
            if (say(guest.getOutputStream(), "GREETING", "220 small")) {
                converse(guest);
            }
        } catch (IOException gone) {
            return;
        }
    }

    private void converse(Socket guest) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
                var out = guest.getOutputStream()) {
            boolean here = true;
            for (String line = in.readLine(); here && line != null; line = here ? in.readLine() : null) {
                String word = line.split(" ")[0];
                here = switch (word) {
                    case "EHLO" -> say(out, word, "250-small\r\n250-STARTTLS\r\n250 AUTH XOAUTH2");
                    case "STARTTLS" -> say(out, word, "220 go on") && encrypt(guest);
                    case "AUTH" -> authenticate(line, in, out);
                    case "DATA" -> say(out, word, "354 go on") && take(guest, in, out);
                    case "QUIT" -> say(out, word, "221 bye");
                    default -> say(out, word, "250 ok");
                };
            }
        }
    }

    /** @return false: what there was to say was said inside */
    private boolean encrypt(Socket guest) throws IOException {
        var factory = encrypting.orElseThrow();
        try (var encrypted = (SSLSocket) factory.createSocket(guest, "127.0.0.1", guest.getPort(), true)) {
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            converse(encrypted);
        }
        return false;
    }

    private boolean authenticate(String line, BufferedReader in, OutputStream out) throws IOException {
        String proof = new String(Base64.getDecoder().decode(line.split(" ")[2]), StandardCharsets.UTF_8);
        if (proof.contains("auth=Bearer " + token + "\u0001")) {
            return say(out, "AUTH", "235 welcome");
        }
        boolean here = say(out, "AUTH", "334 " + Base64.getEncoder().encodeToString(new byte[] {'{', '}'}));
        in.readLine();
        return here && say(out, "AUTH", "535 5.7.3 Authentication unsuccessful");
    }

    private boolean take(Socket guest, BufferedReader in, OutputStream out) throws IOException {
        if (answers.containsKey("DATA")) {
            return true;
        }
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        if (!answers.getOrDefault(".", "250").startsWith("5")) {
            taken.add(mail.toString());
        }
        if (answers.getOrDefault(".", "250").equals(LATE)) {
            answers.remove(".");
            return isWaiting(guest, in) && say(out, ".", "250 taken");
        }
        return say(out, ".", "250 taken");
    }

    private static boolean isWaiting(Socket guest, BufferedReader in) throws IOException {
        guest.setSoTimeout(LATENESS);
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException waiting) {
            guest.setSoTimeout(0);
            return true;
        }
    }

    /** @return whether we are still there */
    private boolean say(OutputStream out, String about, String usual) throws IOException {
        String answer = answers.getOrDefault(about, usual);
        if (answer.equals(GONE)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
