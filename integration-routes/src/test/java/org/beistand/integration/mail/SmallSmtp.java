package org.beistand.integration.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that takes messages over SMTP (RFC 5321) on a loopback socket and answers each command as it is told: with
 * any reply, with silence, or by going away.
 */
final class SmallSmtp implements AutoCloseable {

    static final String SILENCE = "silence";
    static final String GONE = "gone";

    /** What is answered instead of yes; by {@code GREETING}, the command's first word, or {@code .} for a whole message. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    final List<String> taken = new CopyOnWriteArrayList<>();

    /** The only token for XOAUTH2. */
    volatile String token = "";

    private final LoopbackDoor door;

    SmallSmtp() throws IOException {
        door = new LoopbackDoor(this::serve);
    }

    int port() {
        return door.port();
    }

    private void serve(Socket guest) {
        try (guest;
                var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
                var out = guest.getOutputStream()) {
            boolean here = say(out, "GREETING", "220 small");
            for (String line = here ? in.readLine() : null; here && line != null; line = here ? in.readLine() : null) {
                String word = line.split(" ")[0];
                here = switch (word) {
                    case "EHLO" -> say(out, word, "250-small\r\n250 AUTH XOAUTH2");
                    case "AUTH" -> authenticate(line, in, out);
                    case "DATA" -> say(out, word, "354 go on") && take(in, out);
                    case "QUIT" -> say(out, word, "221 bye");
                    default -> say(out, word, "250 ok");
                };
            }
        } catch (IOException gone) {
            return;
        }
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

    private boolean take(BufferedReader in, OutputStream out) throws IOException {
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
        return say(out, ".", "250 taken");
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
