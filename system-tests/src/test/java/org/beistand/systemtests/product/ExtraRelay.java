package org.beistand.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.beistand.systemtests.Await;

/** One more relay beside the product's own: {@code ./beistand relay}. Nobody starts it again when it dies. */
public final class ExtraRelay implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Script script;
    private final int port;

    private ExtraRelay(Script script, int port) {
        this.script = script;
        this.port = port;
    }

    static ExtraRelay start(String id, URI helpdesk, Path data) {
        int port = Ports.freePair();
        String[] arguments = {
            "relay",
            "--id",
            id,
            "--port",
            Integer.toString(port),
            "--helpdesk",
            helpdesk.toString(),
            "--data",
            data.toString()
        };
        ExtraRelay relay = new ExtraRelay(Script.start(Map.of(), arguments), port);
        Await.until(
                "relay " + id + " is ready",
                READY_WITHIN,
                () -> relay.page("/health/ready").contains("UP"));
        return relay;
    }

    /** How many ends are connected to it. */
    public int connections() {
        return page("/metrics")
                .lines()
                .filter(line -> line.startsWith("beistand_relay_connections "))
                .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private String page(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (java.net.ConnectException notThere) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** kill -9: it says nothing to anybody and stays dead. */
    public void kill() {
        script.kill();
    }

    @Override
    public void close() {
        script.close();
        http.shutdownNow();
    }
}
