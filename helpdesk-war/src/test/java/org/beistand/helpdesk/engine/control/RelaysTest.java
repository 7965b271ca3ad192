package org.beistand.helpdesk.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.beistand.helpdesk.engine.entity.Relay;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;

/** Which relay a session runs on, and what the one hears that it left. */
class RelaysTest {

    /** A time of its own: relays of other classes in the same database are long silent by then. */
    private final Instant now = TestClock.START.plus(Duration.ofDays(3650));

    private final String run = UUID.randomUUID().toString();

    @OnBothDatabases
    void aNewSessionGoesToTheLeastLoadedThatIsNotBeingEmptied(TestDatabase database) {
        step(database, relays -> {
            relays.add(relay("busy", 40, false));
            relays.add(relay("calm", 3, false));
            relays.add(relay("emptied", 0, true));
            relays.add(relay("full", 100, false));
        });
        step(database, relays -> assertThat(chosen(relays, "", "")).isEqualTo("calm"));
    }

    @OnBothDatabases
    void aSessionStaysUntilItsRelayIsEmptiedOrLetsNobodyIn(TestDatabase database) {
        step(database, relays -> {
            relays.add(relay("busy", 40, false));
            relays.add(relay("calm", 3, false));
            relays.add(relay("emptied", 0, true));
        });
        step(database, relays -> {
            assertThat(chosen(relays, "busy", "")).isEqualTo("busy");
            assertThat(chosen(relays, "busy", "calm")).isEqualTo("busy");
            assertThat(chosen(relays, "busy", "busy")).isEqualTo("calm");
            assertThat(chosen(relays, "calm", "calm")).isEqualTo("busy");
            assertThat(chosen(relays, "emptied", "")).isEqualTo("calm");
            assertThat(chosen(relays, "dead", "dead")).isEqualTo("calm");
        });
    }

    @OnBothDatabases
    void whatIsSaidOfARelayThatHasJustStartedWasItsPredecessor(TestDatabase database) {
        step(database, relays -> {
            relays.add(new Relay(id("back"), url("back"), "test", 100, now.minusSeconds(1)));
            relays.add(relay("calm", 0, false));
        });
        step(database, relays -> assertThat(chosen(relays, "back", "back")).isEqualTo("back"));
    }

    @OnBothDatabases
    void theOnlyRelayKeepsItsSessionsWhateverIsSaidOfIt(TestDatabase database) {
        step(database, relays -> relays.add(relay("only", 5, true)));
        step(database, relays -> {
            assertThat(chosen(relays, "only", "only")).isEqualTo("only");
            assertThat(relays.forSession(Optional.empty(), Optional.empty(), now))
                    .isEmpty();
            assertThat(relays.isAnotherOpen(id("only"), now)).isFalse();
        });
    }

    @OnBothDatabases
    void theFormerRelayIsToldUntilTheSessionComesBack(TestDatabase database) {
        UUID session = UUID.randomUUID();
        step(database, relays -> relays.moved(session, id("one"), id("two"), now));
        step(database, relays -> {
            assertThat(relays.moves(id("one"), now.minusSeconds(1))).containsExactly(session);
            assertThat(relays.moves(id("two"), now.minusSeconds(1))).isEmpty();
        });
        step(database, relays -> relays.moved(session, id("two"), id("one"), now));
        step(database, relays -> {
            assertThat(relays.moves(id("one"), now.minusSeconds(1))).isEmpty();
            assertThat(relays.moves(id("two"), now.minusSeconds(1))).containsExactly(session);
        });
    }

    private String chosen(Relays relays, String present, String lost) {
        return relays.forSession(
                        Optional.of(present).filter(name -> !name.isEmpty()).map(this::id),
                        Optional.of(lost).filter(name -> !name.isEmpty()).map(RelaysTest::url),
                        now)
                .map(relay -> relay.id().substring(0, relay.id().indexOf('-')))
                .orElseThrow();
    }

    private Relay relay(String name, int connections, boolean draining) {
        Relay relay = new Relay(id(name), url(name), "test", 100, now.minusSeconds(60));
        relay.report(connections / 2, connections, 0, draining, now);
        return relay;
    }

    private String id(String name) {
        return name + "-" + run;
    }

    private static String url(String name) {
        return "ws://" + name + ".example.org";
    }

    /** Works in a transaction that sees only what this test has written. */
    private void step(TestDatabase database, Consumer<Relays> work) {
        database.run(UUID.randomUUID(), entities -> {
            entities.createQuery("delete from Relay where seenAt >= :now and id not like :mine")
                    .setParameter("now", now)
                    .setParameter("mine", "%-" + run)
                    .executeUpdate();
            work.accept(Wiring.with(entities, new TestClock()).get(Relays.class));
            entities.flush();
        });
    }
}
