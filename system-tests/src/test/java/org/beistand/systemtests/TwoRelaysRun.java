package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.product.ExtraRelay;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.ProductExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One session on three relays, one after the other: the first dies for good, the second is drained for an update. */
@ExtendWith(ProductExtension.class)
class TwoRelaysRun {

    /** The least loaded relay gets a new session, and of several with nothing to do the first by name. */
    private static final String FIRST_BY_NAME = "a-relay";

    /** The goal is 3 s on a machine with time; this one is for machines that do everything at once. */
    private static final Duration WHOLE_AGAIN_WITHIN = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private SupportCase support;
    private Product product;
    private final StringBuilder expected = new StringBuilder();

    @BeforeEach
    void open(Product running) {
        product = running;
        support = SupportCase.open(running, home);
    }

    @AfterEach
    void close() {
        try {
            support.photograph("two-relays");
        } finally {
            support.close();
        }
    }

    @Test
    void theSessionGoesOnWhenItsRelayStaysDeadAndWhenTheNextIsDrained() {
        AppletWindow applet;
        Workspace workspace;
        try (ExtraRelay first = product.startRelay(FIRST_BY_NAME)) {
            applet = support.bringCustomerIn();
            support.desktop.openTerminal();
            workspace = support.join();
            workspace.ask("view");
            applet.allow();
            workspace.awaitSituation("live");
            workspace.ask("control");
            applet.allow();
            workspace.awaitPermission("control", "granted");
            assertThat(first.connections()).as("ends at the least loaded relay").isEqualTo(2);
            workspace.click(200, 200);
            workspace.typeLine("cat > typed.txt");
            type(workspace, "before");
            first.kill();
            long killed = System.nanoTime();
            type(workspace, "while it is dead");
            workspace.say("Said while it was dead");
            awaitWhole(workspace);
            report("after kill -9", killed);
        }
        workspace.click(200, 200);
        type(workspace, "at the second");
        try (ExtraRelay third = product.startRelay(FIRST_BY_NAME)) {
            product.drainRelay();
            long drained = System.nanoTime();
            type(workspace, "while it is drained");
            workspace.say("Said while it was drained");
            Await.until("both ends are at the third", WHOLE_AGAIN_WITHIN, () -> third.connections() == 2);
            awaitWhole(workspace);
            report("after the drain", drained);
            workspace.click(200, 200);
            type(workspace, "the end");
            Path file = home.resolve("typed.txt");
            Await.until(
                    "all lines are typed",
                    WHOLE_AGAIN_WITHIN,
                    () -> SupportCase.read(file).endsWith("the end\n"));
            assertThat(SupportCase.read(file)).isEqualTo(expected.toString());
            applet.end();
            workspace.awaitSituation("ended");
            Map<String, Object> entry = support.aftermath();
            assertThat(support.transcript(entry))
                    .containsOnlyOnce("Said while it was dead")
                    .containsOnlyOnce("Said while it was drained");
            assertThat(entry.get("permissions")).asList().hasSize(2);
            assertThat(entry.get("participants")).asList().hasSize(2);
        }
    }

    private void type(Workspace workspace, String line) {
        expected.append(line).append('\n');
        workspace.typeLine(line);
    }

    /** The figures of a quiet machine stand in docs/benchmarks/relay.md. */
    private static void report(String what, long since) {
        System.out.printf("whole again %s: %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
    }

    private static void awaitWhole(Workspace workspace) {
        Await.until("the session goes on", WHOLE_AGAIN_WITHIN, workspace::isWhole);
    }
}
