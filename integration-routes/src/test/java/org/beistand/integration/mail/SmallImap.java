package org.beistand.integration.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.samba.LoopbackDoor;

/**
 * One folder over IMAP4rev1 (RFC 3501) with XOAUTH2, as far as reading a mailbox needs it, on a loopback socket: real bytes,
 * and the failures that a well-behaved server in a library does not have.
 */
final class SmallImap implements AutoCloseable {

    static final String USER = "support@desk.example.com";
    private static final Pattern PART = Pattern.compile("FETCH (\\d+) \\(BODY(?:\\.PEEK)?\\[\\]<(\\d+)\\.(\\d+)>\\)");
    private static final int FIRST_UID = 7;

    /** A message in the folder. @param length how long it really is: after the bytes comes as much filling */
    record Lying(byte[] bytes, long length, long announced) {
        static Lying of(String raw) {
            byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            return new Lying(bytes, bytes.length, bytes.length);
        }

        byte[] part(long from, int most) {
            byte[] part = new byte[(int) Math.clamp(length - from, 0, most)];
            Arrays.fill(part, (byte) 'A');
            for (int i = 77; i < part.length; i += 78) {
                part[i] = '\n';
            }
            if (from < bytes.length) {
                System.arraycopy(bytes, (int) from, part, 0, (int) Math.min(part.length, bytes.length - from));
            }
            return part;
        }
    }

    final List<Lying> folder = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    final AtomicLong sent = new AtomicLong();

    /** The only token that opens the mailbox. */
    volatile String token = "";

    /** What is answered instead of a message, by its number. */
    final Map<Integer, String> withheld = new ConcurrentHashMap<>();

    /** After so many more bytes of messages the connection breaks, once. */
    volatile long breaksAfter = Long.MAX_VALUE;

    private final LoopbackDoor door;

    SmallImap() throws IOException {
        door = new LoopbackDoor(this::serve);
    }

    int port() {
        return door.port();
    }

    private void serve(Socket guest) {
        try (guest;
                var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
                var out = guest.getOutputStream()) {
            say(out, "* OK small");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                String tag = line.substring(0, line.indexOf(' '));
                String command = line.substring(tag.length() + 1);
                if (command.startsWith("AUTHENTICATE")) {
                    authenticate(tag, command, in, out);
                } else {
                    answer(tag, command, out);
                }
            }
        } catch (IOException gone) {
            said.add("connection broken");
        }
    }

    private void authenticate(String tag, String command, BufferedReader in, OutputStream out) throws IOException {
        String[] words = command.split(" ");
        String proof = words[2];
        String expected = "user=" + USER + "\u0001auth=Bearer " + token + "\u0001\u0001";
        if (words[1].equals("XOAUTH2")
                && expected.equals(new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8))) {
            say(out, tag + " OK welcome");
        } else {
            // The provider says in JSON what it does not like, and wants an empty line for it.
            say(
                    out,
                    "+ " + Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(StandardCharsets.UTF_8)));
            said.add(in.readLine());
            say(out, tag + " NO AUTHENTICATE failed.");
        }
    }

    private void answer(String tag, String command, OutputStream out) throws IOException {
        Matcher part = PART.matcher(command);
        if (command.equals("CAPABILITY")) {
            say(out, "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2");
        } else if (command.startsWith("SELECT") || command.startsWith("EXAMINE")) {
            say(out, "* FLAGS (\\Seen)");
            say(out, "* " + folder.size() + " EXISTS");
            say(out, "* 0 RECENT");
            say(out, "* OK [UIDVALIDITY 3]");
            say(out, "* OK [UIDNEXT " + (FIRST_UID + folder.size()) + "]");
        } else if (part.matches() && withheld.containsKey(Integer.valueOf(part.group(1)))) {
            say(out, tag + " " + withheld.get(Integer.valueOf(part.group(1))));
            return;
        } else if (part.matches()) {
            send(Integer.parseInt(part.group(1)), Long.parseLong(part.group(2)), part.group(3), out);
        } else if (command.contains("FETCH")) {
            list(out);
        } else if (command.startsWith("LOGOUT")) {
            say(out, "* BYE");
        }
        say(out, tag + " OK done");
    }

    private void list(OutputStream out) throws IOException {
        for (int i = 0; i < folder.size(); i++) {
            say(
                    out,
                    "* " + (i + 1) + " FETCH (UID " + (FIRST_UID + i) + " RFC822.SIZE "
                            + folder.get(i).announced() + ")");
        }
    }

    private void send(int number, long from, String most, OutputStream out) throws IOException {
        byte[] bytes = folder.get(number - 1).part(from, Integer.parseInt(most));
        say(out, "* " + number + " FETCH (BODY[]<" + from + "> {" + bytes.length + "}");
        if (sent.get() + bytes.length > breaksAfter) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            breaksAfter = Long.MAX_VALUE;
            throw new IOException("broken on purpose");
        }
        sent.addAndGet(bytes.length);
        out.write(bytes);
        say(out, ")");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
