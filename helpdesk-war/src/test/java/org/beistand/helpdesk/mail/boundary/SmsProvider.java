package org.beistand.helpdesk.mail.boundary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Takes text messages over HTTP for whoever knows its key, and answers with the status it is told. */
final class SmsProvider implements AutoCloseable {

    static final String KEY = "k3y";

    final List<String> taken = new CopyOnWriteArrayList<>();

    /** What is answered to somebody with the key. */
    volatile int status = 200;

    private final HttpServer server;

    SmsProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/messages", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int answered = known ? status : 401;
        if (answered == 200) {
            taken.add(text);
        }
        byte[] said = "{\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answered, said.length);
        try (var out = exchange.getResponseBody()) {
            out.write(said);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
