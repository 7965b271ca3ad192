package org.beistand.engine.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the operator decides, from environment variables or system properties of the same meaning
 * ({@code BEISTAND_RELAY_PORT} or {@code beistand.relay.port}; the property wins).
 *
 * @param id {@code BEISTAND_RELAY_ID}, the audience of grants; stable across restarts
 * @param bind {@code BEISTAND_RELAY_BIND} or {@code BEISTAND_BIND}, loopback unless told otherwise
 * @param port {@code BEISTAND_RELAY_PORT}, 0 for any
 * @param url {@code BEISTAND_RELAY_URL}: public WebSocket address without {@code /session}; empty: bind and port
 * @param helpdesk {@code BEISTAND_HELPDESK_URL}
 * @param secret {@code BEISTAND_RELAY_SECRET}, or the content of the file {@code BEISTAND_RELAY_SECRET_FILE}
 * @param data {@code BEISTAND_RELAY_DATA}, or {@code spool} below {@code BEISTAND_DATA}
 * @param capacity {@code BEISTAND_RELAY_CAPACITY}: connections held at most
 * @param drainLimit {@code BEISTAND_RELAY_DRAIN_SECONDS}: how long a drained relay waits for sessions that have nowhere to go
 */
public record RelaySettings(
        String id,
        String bind,
        int port,
        Optional<URI> url,
        URI helpdesk,
        String secret,
        Path data,
        int capacity,
        Duration drainLimit) {

    private static final String DEFAULT_PORT = "8081";
    private static final int SHORTEST_SECRET = 16;

    /** A setting is missing or makes no sense; the message is one clear line for the operator. */
    static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "bind=" + bind + " port=" + port + " helpdesk=" + helpdesk + " data=" + data;
    }

    /** The settings of this process. */
    static RelaySettings ofProcess() {
        return read(name -> Optional.ofNullable(
                        System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')))
                .or(() -> Optional.ofNullable(System.getenv(name))));
    }

    static RelaySettings read(Function<String, Optional<String>> setting) {
        Function<String, Optional<String>> filled =
                name -> setting.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        int port = number(
                "BEISTAND_RELAY_PORT", filled.apply("BEISTAND_RELAY_PORT").orElse(DEFAULT_PORT), 0, 65_535);
        return new RelaySettings(
                id(filled.apply("BEISTAND_RELAY_ID").orElse("relay-1")),
                filled.apply("BEISTAND_RELAY_BIND")
                        .or(() -> filled.apply("BEISTAND_BIND"))
                        .orElse("127.0.0.1"),
                port,
                filled.apply("BEISTAND_RELAY_URL").map(url -> uri("BEISTAND_RELAY_URL", url)),
                uri(
                        "BEISTAND_HELPDESK_URL",
                        filled.apply("BEISTAND_HELPDESK_URL").orElse("http://127.0.0.1:8080")),
                secret(filled),
                filled.apply("BEISTAND_RELAY_DATA")
                        .map(Path::of)
                        .or(() -> filled.apply("BEISTAND_DATA").map(data -> Path.of(data, "spool")))
                        .orElse(Path.of("data", "spool")),
                number(
                        "BEISTAND_RELAY_CAPACITY",
                        filled.apply("BEISTAND_RELAY_CAPACITY").orElse("500"),
                        2,
                        100_000),
                Duration.ofSeconds(number(
                        "BEISTAND_RELAY_DRAIN_SECONDS",
                        filled.apply("BEISTAND_RELAY_DRAIN_SECONDS").orElse("1800"),
                        0,
                        86_400)));
    }

    private static String id(String id) {
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Unusable("BEISTAND_RELAY_ID may have letters, digits, '.', '_' and '-', at most 64 of them");
        }
        return id;
    }

    private static String secret(Function<String, Optional<String>> setting) {
        String secret = setting.apply("BEISTAND_RELAY_SECRET")
                .or(() -> setting.apply("BEISTAND_RELAY_SECRET_FILE").map(RelaySettings::content))
                .orElseThrow(
                        () -> new Unusable("BEISTAND_RELAY_SECRET is missing: the helpdesk would not know the relay"));
        if (secret.length() < SHORTEST_SECRET) {
            throw new Unusable("BEISTAND_RELAY_SECRET needs at least " + SHORTEST_SECRET + " characters");
        }
        return secret;
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("BEISTAND_RELAY_SECRET_FILE cannot be read", unreadable);
        }
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new Unusable(name + " is no number: " + value);
        }
        throw new Unusable(name + " is not in " + least + " to " + most + ": " + value);
    }

    private static URI uri(String name, String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException noUri) {
            throw new Unusable(name + " is no URL: " + value);
        }
    }
}
