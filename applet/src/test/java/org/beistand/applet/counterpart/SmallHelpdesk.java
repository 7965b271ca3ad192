package org.beistand.applet.counterpart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletAdmission;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.contract.Problem;
import org.beistand.engine.protocol.contract.RecordingTerms;
import org.beistand.engine.protocol.contract.SessionCard;
import org.beistand.engine.protocol.grant.Ed25519Keys;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.jspecify.annotations.Nullable;

/** Keys, admission and journal over real HTTP. */
public final class SmallHelpdesk implements AutoCloseable {

    /** What it knows the applet by. */
    public static final String TOKEN = "the-applets-token";

    private final HttpServer server;
    private final KeyPair keys;
    private final URI relay;
    private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();
    private final AtomicInteger admissions = new AtomicInteger();
    private final UUID session = UUID.randomUUID();
    private volatile boolean over;
    private volatile boolean deaf;
    private volatile boolean mumbling;
    private volatile boolean starting;
    private final AtomicInteger deliveries = new AtomicInteger();
    private volatile String language = "en";
    private volatile @Nullable RecordingTerms recording;
    private volatile int askSeconds = 60;
    private volatile String company = "Nordlicht IT";
    private volatile String technician = "Maria Lindner";
    private volatile String subject = "Printer offline since this morning";

    public SmallHelpdesk(URI relay) throws Exception {
        this.relay = relay;
        this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/api/v1/engine/keys",
                exchange -> answer(exchange, 200, new KeySet(List.of(Ed25519Keys.toContract("k1", keys.getPublic())))));
        server.createContext("/api/v1/engine/applet/grant", this::grant);
        server.createContext("/api/v1/engine/applet/journal", this::journal);
        server.start();
    }

    /** @return base URL */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @return its public key by kid */
    public Map<String, PublicKey> keys() {
        return Map.of("k1", keys.getPublic());
    }

    public UUID session() {
        return session;
    }

    /** A compact JWS as it lies beside the program. */
    public String manifest(Instant expiresAt) throws Exception {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("helpdesk", url().toString());
        claims.put("token", TOKEN);
        claims.put("sid", session.toString());
        claims.put("company", company);
        claims.put("language", language);
        claims.put("brand", Map.of());
        claims.put("exp", expiresAt.getEpochSecond());
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", "k1");
        header.put("typ", "beistand-manifest+jwt");
        String signed = base64(Json.write(header)) + "." + base64(Json.write(claims));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** From now on the session is over. */
    public void endSession() {
        over = true;
    }

    /** From now on the journal is not answered. */
    public void turnDeaf(boolean isDeaf) {
        deaf = isDeaf;
    }

    /** While it starts, its server knows nothing of it. */
    public void starts(boolean isStarting) {
        starting = isStarting;
    }

    /** From now on every other delivery to the journal is taken, but its answer is lost. */
    public void mumble() {
        mumbling = true;
    }

    /** @param companyKey under which its sessions are recorded from now on */
    public void record(RecordingTerms.Mode mode, SealKeyPair companyKey) {
        recording = new RecordingTerms(mode, "key-1", base64(companyKey.publicKey()));
    }

    public void speak(String newLanguage) {
        language = newLanguage;
    }

    /** Other names than the usual ones. */
    public void name(String newCompany, String newTechnician, String newSubject) {
        company = newCompany;
        technician = newTechnician;
        subject = newSubject;
    }

    public void ask(int seconds) {
        askSeconds = seconds;
    }

    /** What has arrived, each entry once. */
    public List<JournalEntry> journal() {
        return List.copyOf(entries);
    }

    /** How often the applet was let in. */
    public int admissions() {
        return admissions.get();
    }

    private void grant(HttpExchange exchange) throws IOException {
        if (starting) {
            answerInItsPlace(exchange);
        } else if (!authorised(exchange)) {
            answer(exchange, 401, Problem.of(Status.GRANT_REFUSED, "token"));
        } else if (over) {
            answer(exchange, 410, Problem.of(Status.ENDED_BY_ADMINISTRATOR, "over"));
        } else {
            int number = admissions.incrementAndGet();
            answer(exchange, 200, new AppletAdmission("grant-" + number, relay.toString(), card(), recording));
        }
    }

    private SessionCard card() {
        return new SessionCard(
                session, company, technician, "Service Desk", "T-1042", subject, "Anna Weber", language, askSeconds);
    }

    private void journal(HttpExchange exchange) throws IOException {
        if (starting) {
            answerInItsPlace(exchange);
            return;
        }
        if (deaf) {
            answer(exchange, 503, Problem.of(Status.RELAY_FULL, "deaf"));
            return;
        }
        Journal journal = Json.read(exchange.getRequestBody(), Journal.class);
        for (JournalEntry entry : journal.entries()) {
            if (entries.stream().noneMatch(known -> known.entryId().equals(entry.entryId()))) {
                entries.add(entry);
            }
        }
        if (mumbling && deliveries.getAndIncrement() % 2 == 0) {
            exchange.close();
            return;
        }
        if (!authorised(exchange)) {
            answer(exchange, 401, Problem.of(Status.GRANT_REFUSED, "token"));
            return;
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void answerInItsPlace(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(404, 0);
        exchange.close();
    }

    private static boolean authorised(HttpExchange exchange) {
        return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = Json.write(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
