package org.beistand.engine.relay.helpdesk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;
import org.beistand.engine.protocol.contract.RecordingKept;
import org.beistand.engine.protocol.contract.RecordingTape;
import org.beistand.engine.protocol.contract.RelayAdmission;
import org.beistand.engine.protocol.contract.RelayEvents;
import org.beistand.engine.protocol.contract.RelayLoad;
import org.beistand.engine.protocol.contract.RelayOrders;
import org.beistand.engine.protocol.contract.RelayRegistration;

/** The relay's calls to the helpdesk. Each blocks its caller, for ten seconds at most. */
final class HelpdeskClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(7);

    /** Answers about a tape that no later attempt changes: no such session, nobody could play it, its id is taken. */
    private static final Set<Integer> UNWANTED = Set.of(400, 404, 409);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI relays;
    private final String secret;

    /** The helpdesk answered, but not with what the contract promises. */
    static final class Unexpected extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Unexpected(int status, String message) {
            super(message);
            this.status = status;
        }

        /** Whether the same request will never be taken. */
        boolean isPermanent() {
            return status == 400 || status == 413 || status == 422;
        }
    }

    /**
     * @param helpdesk base URL
     * @param secret shared with the helpdesk
     */
    HelpdeskClient(URI helpdesk, String secret) {
        String base = helpdesk.toString();
        this.relays = URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/engine/relays");
        this.secret = secret;
    }

    RelayAdmission register(RelayRegistration registration) throws IOException, InterruptedException {
        return read(post(relays, registration), RelayAdmission.class);
    }

    /** The helpdesk's orders; empty when it does not know the relay (any more). */
    Optional<RelayOrders> heartbeat(String relayId, RelayLoad load) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = post(URI.create(relays + "/" + relayId + "/heartbeat"), load);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(response, RelayOrders.class));
    }

    void deliver(String relayId, RelayEvents events) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = post(URI.create(relays + "/" + relayId + "/events"), events);
        if (response.statusCode() / 100 != 2) {
            throw new Unexpected(response.statusCode(), "events answered " + response.statusCode());
        }
    }

    /** @return false when the helpdesk does not want the tape */
    boolean announce(String relayId, RecordingTape tape) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = post(URI.create(relays + "/" + relayId + "/recordings"), tape);
        if (!isUnwanted(response) && response.statusCode() / 100 != 2) {
            throw new Unexpected(response.statusCode(), "a tape answered " + response.statusCode());
        }
        return !isUnwanted(response);
    }

    /** A part of a tape. @param whole it ends with this */
    record Piece(long offset, boolean whole, byte[] bytes) {}

    /** How much of the tape the helpdesk has now; empty when it does not want it. */
    Optional<Long> append(String relayId, UUID tapeId, Piece piece) throws IOException, InterruptedException {
        URI uri = URI.create("%s/%s/recordings/%s?offset=%d&whole=%b"
                .formatted(relays, relayId, tapeId, piece.offset(), piece.whole()));
        HttpResponse<byte[]> response =
                send(request(uri, "application/octet-stream").PUT(BodyPublishers.ofByteArray(piece.bytes())));
        return isUnwanted(response)
                ? Optional.empty()
                : Optional.of(read(response, RecordingKept.class).bytes());
    }

    /** Only the helpdesk's own word counts: while it starts, its server answers 404 in its place. */
    private static boolean isUnwanted(HttpResponse<byte[]> response) {
        return UNWANTED.contains(response.statusCode())
                && response.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("application/problem+json"))
                        .isPresent();
    }

    private HttpResponse<byte[]> post(URI uri, Record body) throws IOException, InterruptedException {
        return send(request(uri, "application/json").POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    private HttpRequest.Builder request(URI uri, String contentType) {
        return HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", contentType)
                .header("Accept", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static <T> T read(HttpResponse<byte[]> response, Class<T> type) throws Unexpected {
        if (response.statusCode() / 100 != 2) {
            throw new Unexpected(response.statusCode(), type.getSimpleName() + " answered " + response.statusCode());
        }
        try {
            return Json.read(response.body(), type);
        } catch (JsonRefused refused) {
            throw new Unexpected(response.statusCode(), String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
