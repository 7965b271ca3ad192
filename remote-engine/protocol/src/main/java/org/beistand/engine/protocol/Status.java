package org.beistand.engine.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The one outcome table. Every refusal and every end crosses the wire, HTTP and WebSocket as a row of it.
 * Codes are never reused; the viewer's copy is generated from here.
 */
public enum Status {
    OK(0, 200, 1000, Retry.NEVER),
    ENDED_BY_CUSTOMER(1, 410, 4410, Retry.NEVER),
    ENDED_BY_TECHNICIAN(2, 410, 4411, Retry.NEVER),
    ENDED_BY_ADMINISTRATOR(3, 410, 4412, Retry.NEVER),
    SESSION_EXPIRED(4, 410, 4413, Retry.NEVER),
    GRANT_REFUSED(5, 401, 4401, Retry.WITH_NEW_GRANT),
    GRANT_EXPIRED(6, 401, 4402, Retry.WITH_NEW_GRANT),
    NOT_PERMITTED(7, 403, 4403, Retry.NEVER),
    PROTOCOL_ERROR(8, 400, 4400, Retry.NEVER),
    TOO_LARGE(9, 413, 1009, Retry.NEVER),
    TOO_SLOW(10, 408, 4408, Retry.YES),
    REPLACED(11, 409, 4409, Retry.NEVER),
    RELAY_DRAINING(12, 503, 1012, Retry.WITH_NEW_GRANT),
    RELAY_FULL(13, 503, 1013, Retry.YES),
    THROTTLED(14, 429, 4429, Retry.YES),
    INTERNAL(15, 500, 1011, Retry.YES),
    VERSION_UNSUPPORTED(16, 426, 4426, Retry.NEVER),
    /** The session goes on without this technician. */
    REMOVED_BY_CUSTOMER(17, 403, 4414, Retry.NEVER),
    /** A technician went on purpose; the session goes on without this one. */
    LEFT(18, 200, 4415, Retry.NEVER);

    /** Whether coming back may help. A grant is single use, so YES too needs a fresh one, at the same relay. */
    public enum Retry {
        NEVER,
        /** The same relay may answer differently in a moment. */
        YES,
        /** Ask the helpdesk again first: it may name another relay, or say that the session is over. */
        WITH_NEW_GRANT
    }

    private final int code;
    private final int http;
    private final int webSocket;
    private final Retry retry;
    private final String messageKey;

    Status(int code, int http, int webSocket, Retry retry) {
        this.code = code;
        this.http = http;
        this.webSocket = webSocket;
        this.retry = retry;
        this.messageKey = "status." + name().toLowerCase(Locale.ROOT);
    }

    /** The number in protobuf messages ({@code End.status}, {@code Failure.status}). */
    public int code() {
        return code;
    }

    /** HTTP status code of the same outcome. */
    public int http() {
        return http;
    }

    /** WebSocket close code of the same outcome. */
    public int webSocket() {
        return webSocket;
    }

    public Retry retry() {
        return retry;
    }

    /** Key of the sentence that people see, in every bundle. */
    public String messageKey() {
        return messageKey;
    }

    /** Whether this row says that the session is over for everybody. */
    public boolean endsSession() {
        return http == 410;
    }

    /** The row with this wire code; empty for a row of a later release. */
    public static Optional<Status> ofCode(int code) {
        return Arrays.stream(values()).filter(row -> row.code == code).findFirst();
    }

    /** The row with this WebSocket close code; empty for codes that are not ours (1005, 1006 and their like). */
    public static Optional<Status> ofWebSocket(int closeCode) {
        return Arrays.stream(values()).filter(row -> row.webSocket == closeCode).findFirst();
    }
}
