package org.beistand.integration.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider's token endpoint (RFC 6749, client credentials): another token each time, and none for the wrong secret. */
final class TokenDoor implements AutoCloseable {

    static final String SECRET = "s&cret=1";
    private static final String SCOPE = "https://outlook.office365.com/.default";

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TokenDoor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/token", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    MailServer.Login.Token login(String secret) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
        return new MailServer.Login.Token(SmallImap.USER, address, "client 1", secret, SCOPE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(form);
        List<String> fields = List.of(form.split("&")).stream()
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .toList();
        boolean known = fields.containsAll(List.of(
                "grant_type=client_credentials", "client_id=client 1", "client_secret=" + SECRET, "scope=" + SCOPE));
        String said = known
                ? "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token-" + asked.size() + "\"}"
                : "{\"error\":\"invalid_client\"}";
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
