package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.audit.entity.AuditEntry;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.recording.boundary.RecordingDesk;
import org.beistand.helpdesk.recording.boundary.RecordingRetention;
import org.beistand.helpdesk.recording.control.RecordingPolicies;
import org.beistand.helpdesk.recording.control.Tapes;
import org.beistand.helpdesk.recording.entity.NoRecordingKeyException;
import org.beistand.helpdesk.recording.entity.RecordingKey;
import org.beistand.helpdesk.recording.entity.RecordingPolicy;
import org.beistand.helpdesk.recording.entity.RecordingPolicy.Mode;
import org.beistand.helpdesk.recording.entity.StorageFullException;
import org.beistand.helpdesk.recording.entity.Tape;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;
import org.junit.jupiter.api.io.TempDir;

/** Recordings are kept as long as the company says, and nothing is written where there is no room. */
class RecordingRetentionTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void aTapeGoesWithItsFileAndALineInTheAuditWhenItsDaysAreOver(TestDatabase database) {
        var desk = desk(database);
        var session = arrived(desk);
        var old = tape(desk, session);
        desk.clock.advance(Duration.ofDays(20));
        var growing = tape(desk, session);

        desk.clock.advance(Duration.ofDays(10).minusSeconds(1));
        assertThat(sweep(desk)).isEmpty();
        desk.clock.advance(Duration.ofSeconds(2));
        assertThat(sweep(desk)).containsExactly(old);

        assertThat(file(desk, old)).doesNotExist();
        assertThat(file(desk, growing)).hasSize(5);
        assertThat(recorded(desk)).containsExactly(session);
        assertThat(audit(desk)).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo("system");
            assertThat(line.action()).isEqualTo("recording.deleted");
            assertThat(line.subject()).contains(session.toString());
            assertThat(line.detail()).contains("Maria Lindner", old.toString());
        });

        assertThatThrownBy(
                        () -> desk.step(beans -> beans.get(RecordingDesk.class).take(old, 5, new byte[1], false)))
                .isInstanceOf(NotFoundException.class);
        desk.clock.advance(Duration.ofDays(30));
        assertThat(sweep(desk)).containsExactly(growing);
        assertThat(recorded(desk)).isEmpty();
    }

    @OnBothDatabases
    void whatAFailedTransactionLeftInTheFileIsWrittenOver(TestDatabase database) throws Exception {
        var desk = desk(database);
        var id = tape(desk, arrived(desk));
        Files.write(file(desk, id), new byte[] {0, 0, 0, 0, 0, 9, 9, 9});

        assertThat(take(desk, id, 5, new byte[] {1, 2})).isEqualTo(7);
        assertThat(Files.readAllBytes(file(desk, id))).startsWith(0, 0, 0, 0, 0, 1, 2);
    }

    @OnBothDatabases
    void aRelayIsToldToGoOnWhereALostFileEnds(TestDatabase database) throws Exception {
        var desk = desk(database);
        var id = tape(desk, arrived(desk));
        Files.delete(file(desk, id));

        assertThat(take(desk, id, 5, new byte[1])).isZero();
        assertThat(take(desk, id, 0, new byte[6])).isEqualTo(6);
    }

    @OnBothDatabases
    void aFullDiskIsLeftToOthers(TestDatabase database) {
        var desk = desk(database);
        var id = tape(desk, arrived(desk));
        assertThatThrownBy(() -> desk.step(beans -> beans.and(Integer.class, Integer.MAX_VALUE)
                        .get(RecordingDesk.class)
                        .take(id, 5, new byte[1], false)))
                .isInstanceOf(StorageFullException.class);
        assertThat(file(desk, id)).hasSize(5);
    }

    @OnBothDatabases
    void aCompanyRecordsNothingUntilItHasAKey(TestDatabase database) {
        var desk = new Desk(database);
        assertThat(policy(desk).mode()).isEqualTo(Mode.NEVER);
        assertThat(policy(desk).keepDays()).isEqualTo(90);
        assertThatThrownBy(() -> desk.step(
                        beans -> beans.get(RecordingPolicies.class).own().decide(Mode.ALWAYS, 90)))
                .isInstanceOf(NoRecordingKeyException.class);
        assertThat(recorded(desk)).isEmpty();
    }

    private Desk desk(TestDatabase database) {
        var desk = new Desk(database);
        desk.data = data.toString();
        desk.step(beans -> {
            var policies = beans.get(RecordingPolicies.class);
            var material = RecordingKey.Material.of(zeros(32), 600_000, zeros(16), zeros(12), zeros(64));
            policies.use(new RecordingKey(material, "admin", desk.clock.instant()));
            policies.own().decide(Mode.ON_REQUEST, 30);
        });
        return desk;
    }

    private static UUID arrived(Desk desk) {
        var opened = desk.open();
        desk.arrive(opened);
        return opened.id();
    }

    /** Five bytes of a tape. */
    private static UUID tape(Desk desk, UUID session) {
        var id = UUID.randomUUID();
        desk.step(beans -> {
            var key = beans.get(RecordingPolicies.class)
                    .currentKey()
                    .orElseThrow()
                    .id();
            var label = Tape.Label.of(
                    desk.maria.accountId(), "Maria Lindner", desk.clock.instant(), key, zeros(32), zeros(80));
            var recordings = beans.get(RecordingDesk.class);
            recordings.announce(id, session, label);
            recordings.take(id, 0, new byte[5], false);
        });
        return id;
    }

    private static long take(Desk desk, UUID id, long offset, byte[] piece) {
        return in(desk, beans -> beans.get(RecordingDesk.class).take(id, offset, piece, false));
    }

    private static List<UUID> sweep(Desk desk) {
        List<UUID> due = in(desk, beans -> beans.get(RecordingRetention.class).due());
        due.forEach(id -> desk.step(beans -> beans.get(RecordingRetention.class).delete(id)));
        return due;
    }

    private static Set<UUID> recorded(Desk desk) {
        return in(desk, beans -> beans.get(Tapes.class).ofTicket(desk.ticket));
    }

    private static List<AuditEntry> audit(Desk desk) {
        return in(desk, beans -> beans.get(AuditLog.class).latest(0, 10));
    }

    private static RecordingPolicy policy(Desk desk) {
        return in(desk, beans -> beans.get(RecordingPolicies.class).policy());
    }

    private static <T> T in(Desk desk, Function<Wiring, T> work) {
        return desk.database.in(desk.company, entities -> work.apply(desk.beans(entities)));
    }

    private Path file(Desk desk, UUID id) {
        return data.resolve("recordings").resolve(desk.company.toString()).resolve(id + ".tape");
    }

    private static String zeros(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
    }
}
