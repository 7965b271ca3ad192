package org.beistand.helpdesk.servicenow.chaos;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.beistand.helpdesk.testkit.DatabaseKind;

/**
 * Read this first: what {@code ./beistand bench} measures and tries of deliveries. Results stand in {@code
 * docs/benchmarks/deliveries.md}.
 *
 * <pre>
 * ./beistand bench deliveries [--events N]   how fast a backlog drains into an instance that answers in 20 ms
 * ./beistand bench backlog [--events N]      the same with 100,000 events, watching the memory
 * ./beistand bench chaos [--events N]        the helpdesk killed every few seconds, 10,000 writes, on both databases
 * ./beistand bench hang                      how fast pages and PINs are while ServiceNow hangs
 * </pre>
 *
 * Any other name means another benchmark, and nothing is done.
 */
public final class Benchmarks {

    private static final Map<String, Integer> EVENTS =
            Map.of("deliveries", 8_000, "backlog", 100_000, "chaos", 10_000, "hang", 0);

    /** A life writes about so much before it is killed. */
    private static final int WRITES_IN_A_LIFE = 400;

    private static final long SEED = 4711;

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        String name = arguments.length > 0 ? arguments[0] : "";
        if (!EVENTS.containsKey(name)) {
            return;
        }
        int events = arguments.length > 1 && !arguments[1].isBlank()
                ? Integer.parseInt(arguments[1])
                : EVENTS.getOrDefault(name, 0);
        switch (name) {
            case "chaos" -> chaos(events);
            case "hang" -> System.exit(HangBenchmark.run() ? 0 : 1);
            default -> DeliveryBenchmark.main("POSTGRESQL", String.valueOf(events), "100", "4");
        }
        System.exit(0);
    }

    private static void chaos(int writes) throws Exception {
        for (var kind : DatabaseKind.values()) {
            var folder = Files.createTempDirectory("beistand-chaos");
            int kills = Math.max(2, writes / WRITES_IN_A_LIFE);
            new KilledHelpdesk(folder, kind, SEED).run(writes, kills, Duration.ofMinutes(30));
        }
    }
}
