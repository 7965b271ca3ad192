package org.beistand.engine.viewer.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves the viewer's files as the helpdesk does, strict Content-Security-Policy included, a page with the workspace's
 * element, and the two calls of a technician: grants and end. What they answer is the test's to say.
 */
public final class HelpdeskDouble implements AutoCloseable {

    /** An answer to a call: HTTP status and body, JSON if the helpdesk itself says it. */
    public record Answer(int status, String body) {

        String type() {
            if (!body.startsWith("{")) {
                return "text/html";
            }
            return status < 400 ? "application/json" : "application/problem+json";
        }
    }

    /** A call that came: path, and the CSRF header's value or "". */
    public record Call(String path, String csrf, String body) {}

    private static final String CSRF_HEADER = "X-Beistand-Csrf";
    private static final String CSRF_TOKEN = "token-of-this-page";

    private static final String POLICY =
            "default-src 'none'; img-src 'self' blob:; style-src 'self'; worker-src 'self';"
                    + " connect-src 'self' ws://localhost:*; script-src 'self'";

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Supplier<Answer> admission = () -> new Answer(503, "{}");
    private volatile Supplier<Answer> end = () -> new Answer(204, "");

    /** What lies at an address below /kept/. */
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(int status, byte[] bytes) {}

    public HelpdeskDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/viewer/", this::file);
        server.createContext("/desk/", this::page);
        server.createContext("/api/", this::api);
        server.createContext("/kept/", this::kept);
        server.start();
    }

    /** Address without a path. */
    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The page with the workspace, in this language. */
    public String workspace(String language) {
        return origin() + "/desk/" + language;
    }

    /** The page that plays the recording kept at /kept/s1, in this language. */
    public String recording(String language) {
        return origin() + "/desk/recording/" + language;
    }

    /** The page with the form for a recording key, in this language. */
    public String recordingKey(String language) {
        return origin() + "/desk/recording-key/" + language;
    }

    /** Answers so at /kept/ and this name. */
    public void keeps(String name, int status, byte[] bytes) {
        kept.put("/kept/" + name, new Kept(status, bytes));
    }

    public void admits(Supplier<Answer> answer) {
        admission = answer;
    }

    public void ends(Supplier<Answer> answer) {
        end = answer;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (InputStream in = HelpdeskDouble.class.getResourceAsStream("/META-INF/resources" + path)) {
            if (in == null) {
                answer(exchange, 404, "text/plain", "nothing here");
                return;
            }
            answer(exchange, 200, typeOf(path), in.readAllBytes(), policy(path));
        }
    }

    private void kept(HttpExchange exchange) throws IOException {
        Kept found = kept.getOrDefault(exchange.getRequestURI().getPath(), new Kept(404, new byte[0]));
        answer(exchange, found.status(), "application/octet-stream", found.bytes(), POLICY);
    }

    private void page(HttpExchange exchange) throws IOException {
        String language = exchange.getRequestURI().getPath().substring("/desk/".length());
        String name = language.substring(language.indexOf('/') + 1);
        if (language.startsWith("recording/")) {
            answer(exchange, 200, "text/html", recordingPage(name, """
                    <div id="recording" data-recording-url="/kept/s1" data-ticket-url="/desk/tickets/T-1042"
                    data-language="%s"></div>""".formatted(name), "page"));
            return;
        }
        if (language.startsWith("recording-key/")) {
            answer(
                    exchange,
                    200,
                    "text/html",
                    recordingPage(name, """
                    <main><h1>Recording key</h1><div id="recording-key" data-keys-url="/api/v1/recording-keys"
                    data-csrf-header="%s" data-csrf-token="%s" data-language="%s"></div></main>""".formatted(CSRF_HEADER, CSRF_TOKEN, name), "key"));
            return;
        }
        answer(exchange, 200, "text/html", """
                <!DOCTYPE html><html lang="%1$s"><head><meta charset="utf-8"><title>T-1042 - Beistand</title>
                <meta name="viewport" content="width=device-width">
                <link rel="stylesheet" href="/viewer/page.css"><link rel="stylesheet" href="/viewer/app/workspace.css">
                </head><body><div id="workspace" data-session-id="s1" data-language="%1$s"
                data-admission-url="/api/v1/sessions/s1/grants" data-end-url="/api/v1/sessions/s1/end"
                data-csrf-header="%2$s" data-csrf-token="%3$s" data-ticket-url="/desk/tickets/T-1042"></div>
                <script type="module" src="/viewer/app/workspace.js"></script></body></html>
                """.formatted(language, CSRF_HEADER, CSRF_TOKEN));
    }

    private static String recordingPage(String language, String body, String module) {
        return """
                <!DOCTYPE html><html lang="%1$s"><head><meta charset="utf-8"><title>T-1042 - Beistand</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/viewer/page.css">
                <link rel="stylesheet" href="/viewer/app/recording/recording.css"></head><body>%2$s
                <script type="module" src="/viewer/app/recording/%3$s.js"></script></body></html>
                """.formatted(language, body, module);
    }

    private void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String csrf = exchange.getRequestHeaders().getFirst(CSRF_HEADER);
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        calls.add(new Call(path, csrf == null ? "" : csrf, body));
        Answer answer = CSRF_TOKEN.equals(csrf) ? said(path) : new Answer(403, "{}");
        answer(exchange, answer.status(), answer.type(), answer.body());
    }

    private Answer said(String path) {
        return path.endsWith("/grants") ? admission.get() : end.get();
    }

    /** The page itself may compile nothing; only the worker, which sees no page, unpacks with WebAssembly. */
    private static String policy(String path) {
        return path.endsWith("/worker.js") ? POLICY + " 'wasm-unsafe-eval'" : POLICY;
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        answer(exchange, status, type + "; charset=utf-8", body.getBytes(UTF_8), POLICY);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] bytes, String policy)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "json" -> "application/json";
            case "html" -> "text/html";
            default -> "application/octet-stream";
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
