package org.beistand.helpdesk.servicenow.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Any other name means another benchmark, and nothing is done. The result goes to {@code target/bench.txt}, which the script
 * shows last; without one it fails.
 */
public final class Benchmarks {

    private static final Map<String, Integer> EVENTS =
            Map.of("deliveries", 8_000, "backlog", 100_000, "chaos", 10_000, "hang", 0);

    /** A life writes about so much before it is killed. */
    private static final int WRITES_IN_A_LIFE = 150;

    private static final long SEED = 4711;

    private Benchmarks() {}

    public static void main(String... arguments) {
        String name = arguments.length > 0 ? arguments[0] : "";
        if (!EVENTS.containsKey(name)) {
            return;
        }
        int events = arguments.length > 1 && !arguments[1].isBlank()
                ? Integer.parseInt(arguments[1])
                : EVENTS.getOrDefault(name, 0);
        System.exit(ends(name, events));
    }

    /** Threads of routes and databases live on: whatever happens here, somebody must say that it is over. */
    private static int ends(String name, int events) {
        try {
            String result = switch (name) {
                case "chaos" -> chaos(events);
                case "hang" -> HangBenchmark.run();
                default -> DeliveryBenchmark.run(DatabaseKind.POSTGRESQL, events, 100);
            };
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("bench.txt"), result + "\n");
            return 0;
        } catch (Exception | Error failed) {
            failed.printStackTrace();
            return 1;
        }
    }

    private static String chaos(int writes) throws Exception {
        List<String> results = new ArrayList<>();
        for (var kind : DatabaseKind.values()) {
            var folder = Files.createTempDirectory("beistand-chaos");
            int kills = Math.max(2, writes / WRITES_IN_A_LIFE);
            results.add(new KilledHelpdesk(folder, kind, SEED).run(writes, kills, Duration.ofMinutes(30)));
            System.out.println(results.getLast());
        }
        return String.join("\n", results);
    }
}
