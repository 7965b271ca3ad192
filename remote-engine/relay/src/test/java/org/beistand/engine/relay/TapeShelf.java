package org.beistand.engine.relay;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.RecordingKept;
import org.beistand.engine.protocol.contract.RecordingTape;
import org.beistand.engine.protocol.recording.TapeEntry;

/** Where the helpdesk double keeps recordings: appends what continues a tape, and says how much it has. */
final class TapeShelf {

    private final Map<UUID, RecordingTape> announced = new ConcurrentHashMap<>();
    private final Map<UUID, ByteArrayOutputStream> tapes = new ConcurrentHashMap<>();
    private final Set<UUID> whole = ConcurrentHashMap.newKeySet();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
    private volatile int mostAnswered = Integer.MAX_VALUE;
    private volatile boolean unwilling;

    /** Breaks the connection on every piece of these. */
    void failOn(Set<UUID> tapes) {
        failing.addAll(tapes);
    }

    /** Never answers a request of more. */
    void answerUpTo(int bytes) {
        mostAnswered = bytes;
    }

    boolean answers(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null || Integer.parseInt(length) <= mostAnswered;
    }

    /** From now on it wants no recording. */
    void refuseAll() {
        unwilling = true;
    }

    /** @return what to answer; empty: a 404 of the helpdesk's own */
    Optional<Object> take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (unwilling) {
            return Optional.empty();
        }
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST")) {
            RecordingTape tape = Json.read(body, RecordingTape.class);
            announced.put(tape.tapeId(), tape);
            tapes.computeIfAbsent(tape.tapeId(), id -> new ByteArrayOutputStream());
            return Optional.of("");
        }
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        if (failing.contains(id)) {
            throw new IOException("this one not");
        }
        return Optional.of(append(id, exchange.getRequestURI().getQuery(), body));
    }

    private synchronized RecordingKept append(UUID id, String query, byte[] body) {
        long offset = Long.parseLong(query.replaceFirst(".*offset=(\\d+).*", "$1"));
        ByteArrayOutputStream tape = requireNonNull(tapes.get(id));
        int known = (int) (tape.size() - offset);
        if (known >= 0 && known <= body.length) {
            tape.write(body, known, body.length - known);
            if (query.contains("whole=true")) {
                whole.add(id);
            }
        }
        return new RecordingKept(tape.size());
    }

    List<RecordingTape> announced() {
        return List.copyOf(announced.values());
    }

    boolean hasWhole(int number) {
        return whole.size() == number;
    }

    /** What is on the tape of this technician; a torn end is left away. */
    List<TapeEntry> tapeOf(UUID subject) {
        RecordingTape of = announced.values().stream()
                .filter(tape -> tape.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        List<TapeEntry> entries = new ArrayList<>();
        ByteBuffer tape = ByteBuffer.wrap(requireNonNull(tapes.get(of.tapeId())).toByteArray());
        for (Optional<TapeEntry> entry = TapeEntry.next(tape); entry.isPresent(); entry = TapeEntry.next(tape)) {
            entries.add(entry.get());
        }
        return entries;
    }

    /** The raw bytes of the only tape. */
    byte[] onlyTape() {
        byte[] bytes = tapes.values().iterator().next().toByteArray();
        return Arrays.copyOf(bytes, bytes.length);
    }
}
