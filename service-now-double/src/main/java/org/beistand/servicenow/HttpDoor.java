package org.beistand.servicenow;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * HTTP/1.1 over plain sockets, as much of it as the double needs. Plain, because a server library would not let us tear
 * a connection apart in the middle of an answer.
 */
final class HttpDoor implements AutoCloseable {

    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private final ServerSocket server;
    private final Room room;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Answers requests; called from many threads. */
    interface Room {
        /** Writes the answer to {@code wire}, or breaks the connection. @return whether the connection lives on */
        boolean answer(Request request, Wire wire) throws IOException;
    }

    /** What an answer is written to. */
    record Wire(Socket socket, OutputStream out) {

        void send(Reply reply) throws IOException {
            out.write(head(reply));
            out.write(reply.body());
            out.flush();
        }

        /** Announces everything and sends half. */
        void sendHalf(Reply reply) throws IOException {
            out.write(head(reply));
            out.write(reply.body(), 0, reply.body().length / 2);
            out.flush();
        }

        /** The other side sees a reset instead of an end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private static byte[] head(Reply reply) {
            var head = new StringBuilder("HTTP/1.1 " + reply.status() + " -\r\n");
            reply.headers()
                    .forEach((name, value) ->
                            head.append(name).append(": ").append(value).append("\r\n"));
            return head.append("Content-Length: ")
                    .append(reply.body().length)
                    .append("\r\n\r\n")
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    HttpDoor(int port, Room room) throws IOException {
        this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        this.room = room;
        Thread.ofVirtual().name("double-accept").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var wire = new Wire(socket, socket.getOutputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (!room.answer(request(line, in), wire)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The caller went away, as callers do; the next one has a connection of its own.
            open.remove(socket);
        } finally {
            open.remove(socket);
        }
    }

    private static Request request(String firstLine, InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("Somebody does not speak HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String[] words = firstLine.split(" ", 3);
        return Request.of(words[0], words[1], headers, body(headers, in));
    }

    private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.getOrDefault("transfer-encoding", ""))) {
            return chunks(in);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > LARGEST_BODY) {
            throw new IOException("Body of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("The caller left in the middle of a request");
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            byte[] part = in.readNBytes(size);
            if (part.length < size || whole.size() + size > LARGEST_BODY) {
                throw new IOException("The caller left in the middle of a request, or sends for ever");
            }
            whole.write(part);
            line(in);
        }
        line(in);
        return whole.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            throw new IOException("The caller left between chunks");
        }
        return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    }

    /** Without its end; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
