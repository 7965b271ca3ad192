package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.beistand.systemtests.product.FaultyLine;
import org.beistand.systemtests.product.FaultyProduct;

/**
 * A session on a product of its own, whose two relays lie behind lines that fail. Each round types, says or copies
 * something, lets one fault happen meanwhile, and goes on typing; the end compares what has arrived.
 */
final class TroubledSession {
    /** The goal is 3 s after the fault is over; this is for machines that do everything at once. */
    private static final Duration WHOLE_AGAIN_WITHIN = Duration.ofSeconds(60);

    private final SplittableRandom random;
    private final Map<String, Long> slowest = new TreeMap<>();
    private final FaultyProduct product;
    private final SupportCase support;
    private final SteeredSession session;
    private final Clipboards clipboards;
    private int rounds;
    private int errands;
    private long delay;

    private TroubledSession(FaultyProduct product, SupportCase support, long seed) {
        this.product = product;
        this.support = support;
        random = new SplittableRandom(seed);
        session = SteeredSession.begin(support);
        clipboards = new Clipboards(support, session.workspace);
        clipboards.allow(session.applet, "clipboard_in");
        clipboards.allow(session.applet, "clipboard_out");
    }

    /** Starts product and session, goes through these rounds, and ends both; the same seed makes the same rounds. */
    static void run(Path home, long seed, Consumer<TroubledSession> rounds) {
        try (FaultyProduct product = FaultyProduct.start();
                SupportCase support = SupportCase.open(product.product(), home)) {
            try {
                TroubledSession session = new TroubledSession(product, support, seed);
                try {
                    rounds.accept(session);
                    session.end();
                } finally {
                    System.err.println("seed " + seed + ": " + session.summary());
                }
            } finally {
                support.photograph("faults");
            }
        }
    }

    /** One of the faults at random. */
    Fault any() {
        return Fault.values()[random.nextInt(Fault.values().length)];
    }

    /** Something is under way while the fault happens; returns when all of it has arrived. */
    void round(Fault fault) {
        rounds++;
        session.takeKeyboard();
        session.line("round " + rounds + " begins, then " + fault + " äöü");
        String words = "Said in round " + rounds + ", number " + random.nextInt(1_000_000);
        session.say(words);
        session.takeKeyboard();
        Runnable arrived = errand(words);
        if (fault.endsErrands()) {
            arrived.run();
            // What was typed and said must be confirmed: a page that is loaded again forgets what it was about to send.
            Await.pause(1_000);
        }
        long over = happen(fault);
        arrived.run();
        session.line("and goes on @{}€ " + random.nextInt(1_000_000));
        session.awaitTyped(WHOLE_AGAIN_WITHIN);
        long took = (System.nanoTime() - over) / 1_000_000;
        String circumstances = fault + (delay == 0 ? "" : " on a slow line");
        slowest.merge(circumstances, took, Math::max);
        System.err.printf(
                "round %d, %s (each way of each line %d ms): %d ms until the next line had arrived%n",
                rounds, fault, delay, took);
        session.awaitWhole(WHOLE_AGAIN_WITHIN);
    }

    /** Brings something from one clipboard to the other; what is returned waits until it is there. */
    private Runnable errand(String words) {
        switch (rounds % 3) {
            case 0 -> {
                errands++;
                clipboards.copyThere("UTF8_STRING", words);
                clipboards.use("clipboard-fetch");
                session.takeKeyboard();
                return () -> Await.until(
                        "it is in the technician's clipboard",
                        WHOLE_AGAIN_WITHIN,
                        () -> clipboards.heldHere("text/plain").equals(words));
            }
            case 1 -> {
                errands++;
                clipboards.copyHere("pasted, " + words + "\n", "");
                session.takeKeyboard();
                session.paste("pasted, " + words + "\n");
                // A terminal asks for what it pastes, and what is typed meanwhile comes before it.
                return () -> session.awaitTyped(WHOLE_AGAIN_WITHIN);
            }
            default -> {
                return () -> session.awaitWhole(WHOLE_AGAIN_WITHIN);
            }
        }
    }

    /** @return when it was over, by System.nanoTime */
    private long happen(Fault fault) {
        switch (fault) {
            case CUT -> product.lines(FaultyLine::cut);
            case HOLD -> {
                product.lines(line -> line.hold(true));
                Await.pause(random.nextInt(500, 4_000));
                product.lines(line -> line.hold(false));
            }
            case DELAY -> {
                delay = delay == 0 ? random.nextInt(20, 200) : 0;
                product.lines(line -> line.delay(delay));
            }
            case STUTTER -> product.lines(FaultyLine::stutter);
            case KILL_A_RELAY ->
                product.product().relays().stream()
                        .skip(random.nextInt(2))
                        .findFirst()
                        .ifPresent(ProcessHandle::destroyForcibly);
            case KILL_THE_RELAYS -> {
                List<ProcessHandle> killed = product.product().relays();
                killed.forEach(ProcessHandle::destroyForcibly);
                killed.forEach(relay -> relay.onExit().join());
                product.awaitAnyRelay(WHOLE_AGAIN_WITHIN);
            }
            case KILL_THE_HELPDESK -> {
                product.product().crashAndStartAgain();
                return seenAgain();
            }
            case SUSPEND -> {
                signal("STOP");
                Await.pause(random.nextInt(500, 5_000));
                signal("CONT");
            }
            case RELOAD -> {
                session.workspace.page().reload();
                product.lines(FaultyLine::cut);
                return seenAgain();
            }
        }
        return System.nanoTime();
    }

    /** A new page knows of nothing yet; an old one takes no keys for later after half a minute, and says so. */
    private long seenAgain() {
        long over = System.nanoTime();
        session.awaitWhole(WHOLE_AGAIN_WITHIN);
        session.takeKeyboard();
        return over;
    }

    private void signal(String name) {
        support.desktop.run("kill", "-" + name, Long.toString(support.applet().pid()));
    }

    /** The customer ends it: all of it has arrived once and in order, and nobody on the way could read it. */
    private void end() {
        Map<String, Object> entry = session.end();
        assertThat(entry.get("permissions")).asList().hasSize(4);
        assertThat(entry.get("participants")).asList().hasSize(2);
        assertThat(support.transcript(entry).split("text/plain", -1))
                .as("moved from one clipboard to the other")
                .hasSize(errands + 1);
        assertThat(product.heardBytes()).isGreaterThan(100_000);
        assertThat(session.said()).noneMatch(product::heard);
    }

    /** Rounds, and for each fault the longest time from its end until the next line had arrived, milliseconds. */
    private String summary() {
        return rounds + " rounds; until the next line had arrived, ms at most: "
                + slowest.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }
}
