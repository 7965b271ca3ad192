package org.beistand.helpdesk.mail.boundary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.beistand.samba.LoopbackDoor;

/** Stands before a mailbox and lets everything through, but that a certain message is asked for: to that it says no. */
final class WithholdingImap implements AutoCloseable {

    private final LoopbackDoor door;
    private final int behind;
    private final String withheld;

    /** @param behind the port of the real server @param message its number in the folder */
    WithholdingImap(int behind, int message) throws IOException {
        this.behind = behind;
        this.withheld = "FETCH " + message + " (BODY";
        this.door = new LoopbackDoor(this::serve);
    }

    int port() {
        return door.port();
    }

    private void serve(Socket guest) {
        try (guest;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind);
                var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8))) {
            Thread.startVirtualThread(() -> pour(server, guest));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.contains(withheld)) {
                    say(guest.getOutputStream(), line.substring(0, line.indexOf(' ')) + " NO lost");
                } else {
                    say(server.getOutputStream(), line);
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
