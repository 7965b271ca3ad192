package org.beistand.servicenow;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Read this first. A ServiceNow instance small enough to read and honest enough to fail: Table API (incident, users,
 * journal, choices, dictionary), attachments and tokens, over real sockets. {@link #faults()} says what goes wrong,
 * {@link #answersAfter} how slow it is. Holds everything in memory.
 */
public final class ServiceNowDouble implements AutoCloseable {

    /** Longer than any test lets a caller wait. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /** Of what is committed behind the caller's back: longer than a caller needs to ask again. */
    private static final Duration LATENESS = Duration.ofMillis(200);

    public static final String USER = Entrance.USER;
    public static final String PASSWORD = Entrance.PASSWORD;
    public static final String CLIENT_ID = Entrance.CLIENT_ID;
    public static final String CLIENT_SECRET = Entrance.CLIENT_SECRET;

    private final Tables tables;
    private final Entrance entrance = new Entrance();
    private final RestInterface rest;
    private final PracticePage page;
    private final Faults faults = new Faults();
    private final AtomicLong requests = new AtomicLong();
    private final HttpDoor door;
    private volatile Duration latency = Duration.ZERO;
    private volatile Map<String, String> limit = Map.of();

    private ServiceNowDouble(int port, Clock clock) throws IOException {
        this.tables = new Tables(clock);
        this.rest = new RestInterface(tables);
        this.page = new PracticePage(tables);
        this.door = new HttpDoor(port, this::answer);
    }

    /** @param port 0 for any free one, always on loopback */
    public static ServiceNowDouble start(int port, Clock clock) throws IOException {
        return new ServiceNowDouble(port, clock);
    }

    public URI base() {
        return URI.create("http://localhost:" + door.port());
    }

    public Faults faults() {
        return faults;
    }

    /** From now on every answer takes so long. */
    public void answersAfter(Duration time) {
        latency = time;
    }

    /** From now on answers say that so many calls an hour are allowed; as on a real instance, by which rule and until when. */
    public void limits(int callsAnHour, String rule) {
        limit = Map.of(
                "X-RateLimit-Limit",
                String.valueOf(callsAnHour),
                "X-RateLimit-Reset",
                "1799999999",
                "X-RateLimit-Rule",
                rule);
    }

    private Reply limited(Reply reply) {
        Reply with = reply;
        for (var header : limit.entrySet()) {
            with = with.with(header.getKey(), header.getValue());
        }
        return with;
    }

    /** From now on an ACL keeps that table from every caller: empty lists, and no error. */
    public void hides(String table) {
        rest.hide(table);
    }

    public void forgetAllTokens() {
        entrance.forgetAllTokens();
    }

    public long requests() {
        return requests.get();
    }

    /** All rows of a table as they are now, oldest first. */
    public List<Map<String, String>> rows(String table) {
        return tables.rows(table);
    }

    /** Somebody who works with ServiceNow. */
    public String person(String userName, String name, String email) {
        return tables.insert(
                        "sys_user",
                        Map.of("user_name", userName, "name", name, "email", email, "active", "true"),
                        "admin")
                .getOrDefault("sys_id", "");
    }

    /** A person changes a record in ServiceNow's own pages. */
    public void changedBy(String person, String table, String sysId, Map<String, String> values) {
        if (tables.update(table, sysId, values, person).isEmpty()) {
            throw new IllegalArgumentException("No " + table + " " + sysId);
        }
    }

    /** A person writes a record in ServiceNow's own pages. */
    public String createdBy(String person, String table, Map<String, String> values) {
        return tables.insert(table, values, person).getOrDefault("sys_id", "");
    }

    private boolean answer(Request request, HttpDoor.Wire wire) throws IOException {
        requests.incrementAndGet();
        pause(latency);
        var fault = faults.draw(request);
        if (fault.isEmpty()) {
            wire.send(limited(reply(request)));
            return true;
        }
        return disappoint(fault.get(), request, wire);
    }

    private boolean disappoint(Fault fault, Request request, HttpDoor.Wire wire) throws IOException {
        Reply reply = fault.commits() ? reply(request) : Reply.html(503);
        switch (fault) {
            case LOST_ANSWER -> wire.socket().close();
            case TIMEOUT_AFTER_COMMIT -> {
                pause(SILENCE);
                wire.socket().close();
            }
            case TRUNCATED -> {
                wire.sendHalf(reply);
                wire.socket().close();
            }
            case RESET, RESET_AFTER_COMMIT -> wire.reset();
            case HTML_200, HTML_200_AFTER_COMMIT -> wire.send(Reply.html(200));
            case HTML_503 -> wire.send(reply);
            case GATEWAY_504_AFTER_COMMIT -> wire.send(Reply.html(504));
            case GATEWAY_504_BEFORE_COMMIT -> {
                wire.send(Reply.html(504));
                Thread.ofVirtual().start(() -> {
                    pause(LATENESS);
                    reply(request);
                });
            }
            case UNAUTHORIZED -> {
                entrance.forgetAllTokens();
                wire.send(unauthorized());
            }
            case TOO_MANY ->
                wire.send(Reply.refusal(429, "Rate limit exceeded", "")
                        .with("Retry-After", Long.toString(faults.retryAfter().toSeconds())));
        }
        return !wire.socket().isClosed();
    }

    private Reply reply(Request request) {
        if (request.path().equals("/oauth_token.do")) {
            return entrance.token(request);
        }
        if (request.path().equals("/")) {
            return page.answer(request);
        }
        return entrance.user(request).map(user -> rest.answer(request, user)).orElseGet(ServiceNowDouble::unauthorized);
    }

    private static Reply unauthorized() {
        return Reply.refusal(401, "User Not Authenticated", "Required to provide Auth information");
    }

    /** The other end of a broken promise also waits: nobody releases this permit. */
    private static void pause(Duration time) {
        if (!time.isZero()) {
            try {
                new Semaphore(0).tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
