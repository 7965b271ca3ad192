package org.beistand.integration.directory;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that takes connections and then does what no domain controller does: says nothing, or hangs up. */
final class Doubtful implements AutoCloseable {

    /** What it does once connected. */
    enum Habit {
        SILENT,
        HANGS_UP,
        /** Says nothing to one caller, and hangs up on both as soon as there is a second. */
        HANGS_UP_ON_TWO,
        /** Agrees to StartTLS and says nothing more. */
        SILENT_AFTER_START_TLS
    }

    /** An extended response with result 0 to message 1: the answer to StartTLS. */
    private static final byte[] AGREED = {
        0x30,
        0x24,
        0x02,
        0x01,
        0x01,
        0x78,
        0x1f,
        0x0a,
        0x01,
        0x00,
        0x04,
        0x00,
        0x04,
        0x00,
        (byte) 0x8a,
        0x16,
        '1',
        '.',
        '3',
        '.',
        '6',
        '.',
        '1',
        '.',
        '4',
        '.',
        '1',
        '.',
        '1',
        '4',
        '6',
        '6',
        '.',
        '2',
        '0',
        '0',
        '3',
        '7'
    };

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Habit habit;

    private Doubtful(Habit habit) throws IOException {
        this.habit = habit;
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static Doubtful who(Habit habit) throws IOException {
        return new Doubtful(habit);
    }

    String address(String scheme) {
        return scheme + "://localhost:" + server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                Socket caller = server.accept();
                open.add(caller);
                answer(caller);
            }
        } catch (IOException closed) {
            open.clear();
        }
    }

    private void answer(Socket caller) throws IOException {
        switch (habit) {
            case SILENT -> {}
            case HANGS_UP -> caller.close();
            case HANGS_UP_ON_TWO -> {
                if (open.size() == 2) {
                    hangUp();
                }
            }
            case SILENT_AFTER_START_TLS -> {
                InputStream in = caller.getInputStream();
                if (in.read(new byte[64]) > 0) {
                    caller.getOutputStream().write(AGREED);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        hangUp();
        server.close();
    }

    private void hangUp() throws IOException {
        for (Socket caller : open) {
            caller.close();
        }
    }
}
