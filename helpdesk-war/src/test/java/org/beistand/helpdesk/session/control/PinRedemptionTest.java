package org.beistand.helpdesk.session.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.entity.Arrival;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.SessionDoor;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;

class PinRedemptionTest {

    @OnBothDatabases
    void aPinOpensItsSessionOnce(TestDatabase database) {
        var tables = new SessionTables(database);
        var id = tables.waitedFor("482910");
        assertThat(claims(tables, tables.company, "482910")).isTrue();
        assertThat(claims(tables, tables.company, "482910")).isFalse();
        database.run(
                tables.company,
                entities -> assertThat(
                                tables.sessions(entities).byId(id).orElseThrow().isOpenAt(TestClock.START))
                        .isTrue());
    }

    @OnBothDatabases
    void ofTwoPeopleWithTheSamePinExactlyOneGetsIn(TestDatabase database) throws Exception {
        for (var round = 0; round < 10; round++) {
            var tables = new SessionTables(database);
            tables.waitedFor("482910");
            var together = new CyclicBarrier(2);
            Callable<Boolean> redeem = () -> database.in(tables.company, entities -> {
                await(together);
                return tables.sessions(entities)
                        .claimPin(tables.company, tables.hash("482910"), TestClock.START)
                        .isPresent();
            });
            assertThat(atTheSameTime(redeem, redeem)).containsExactlyInAnyOrder(true, false);
        }
    }

    @OnBothDatabases
    void twoLivingPinsOfACompanyAreNeverEqual(TestDatabase database) throws Exception {
        var tables = new SessionTables(database);
        var together = new CyclicBarrier(2);
        Callable<Boolean> open = () -> {
            try {
                database.run(tables.company, entities -> {
                    await(together);
                    tables.sessions(entities).add(tables.newSession("111222"));
                });
                return true;
            } catch (RuntimeException taken) {
                return false;
            }
        };
        assertThat(atTheSameTime(open, open)).containsExactlyInAnyOrder(true, false);
    }

    @OnBothDatabases
    void aPinIsFreeAgainWhenItsSessionHasEnded(TestDatabase database) {
        var tables = new SessionTables(database);
        var id = tables.waitedFor("333444");
        assertThatThrownBy(() -> tables.waitedFor("333444")).isInstanceOf(RuntimeException.class);
        database.run(
                tables.company,
                entities ->
                        tables.sessions(entities).locked(id).orElseThrow().end(EndReason.CANCELLED, TestClock.START));
        assertThat(claims(tables, tables.company, "333444")).isFalse();
        tables.waitedFor("333444");
        assertThat(claims(tables, tables.company, "333444")).isTrue();
    }

    @OnBothDatabases
    void aForeignCompanysPinIsAWrongPin(TestDatabase database) {
        var theirs = new SessionTables(database);
        var ours = new SessionTables(database);
        theirs.waitedFor("482910");
        assertThat(claims(ours, ours.company, "482910")).isFalse();
        // Even with the hash in hand, the statement finds nothing outside its company.
        boolean found = database.in(
                ours.company,
                entities -> ours.sessions(entities)
                        .claimPin(ours.company, theirs.hash("482910"), TestClock.START)
                        .isPresent());
        assertThat(found).isFalse();
        assertThat(claims(theirs, theirs.company, "482910")).isTrue();
    }

    @OnBothDatabases
    void anExpiredPinIsAWrongPin(TestDatabase database) {
        var tables = new SessionTables(database);
        tables.waitedFor("482910");
        var late = TestClock.START.plus(SessionTables.LIFE);
        boolean found = database.in(
                tables.company,
                entities -> tables.sessions(entities)
                        .claimPin(tables.company, tables.hash("482910"), late)
                        .isPresent());
        assertThat(found).isFalse();
        long living = database.in(
                tables.company, entities -> tables.sessions(entities).livingPins(6, late));
        assertThat(living).isZero();
        assertThat(claims(tables, tables.company, "482910")).isTrue();
    }

    @OnBothDatabases
    void theTableHoldsNoPin(TestDatabase database) throws Exception {
        var tables = new SessionTables(database);
        tables.waitedFor("482910");
        try (var connection = database.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery("select * from support_session")) {
            while (rows.next()) {
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    assertThat(String.valueOf(rows.getObject(column))).isNotEqualTo("482910");
                }
            }
        }
    }

    @OnBothDatabases
    void ofTwoPeopleWithTheSameLinkExactlyOneGetsIn(TestDatabase database) throws Exception {
        var tables = new SessionTables(database);
        var id = tables.waitedFor("482910");
        var link = SecretToken.random(new SecureRandom());
        database.run(
                tables.company,
                entities -> doors(entities)
                        .add(new SessionDoor(link, SessionDoor.Kind.LINK, id, tables.company, TestClock.START)));
        var together = new CyclicBarrier(2);
        Callable<Boolean> use = () -> database.in(tables.company, entities -> {
            await(together);
            return doors(entities).use(link);
        });
        assertThat(atTheSameTime(use, use)).containsExactlyInAnyOrder(true, false);
    }

    @OnBothDatabases
    void aTokenOpensOnlyTheKindOfDoorItIsFor(TestDatabase database) {
        var tables = new SessionTables(database);
        var id = tables.waitedFor("482910");
        var link = SecretToken.random(new SecureRandom());
        database.run(tables.company, entities -> {
            doors(entities).add(new SessionDoor(link, SessionDoor.Kind.LINK, id, tables.company, TestClock.START));
            entities.flush();
            assertThat(doors(entities).behind(link, SessionDoor.Kind.APPLET)).isEmpty();
            assertThat(doors(entities).behind(link, SessionDoor.Kind.BROWSER)).isEmpty();
            assertThat(doors(entities).behind(link, SessionDoor.Kind.LINK)).isPresent();
        });
    }

    @OnBothDatabases
    void wrongPinsAreCountedPerSourceAndCompanyWithinTheWindow(TestDatabase database) {
        var ours = database.newCompany();
        var here = Source.of("192.0.2.1");
        var attempt = UUID.randomUUID();
        database.run(ours, entities -> {
            var table = new WrongPinTable();
            table.entities = entities;
            table.charge(ours, here, attempt, TestClock.START);
            table.charge(ours, Source.of("192.0.2.2"), UUID.randomUUID(), TestClock.START.plusSeconds(1));
            assertThat(table.count(ours, here, TestClock.START.minusSeconds(1))).isEqualTo(new WrongPins.Count(2, 1));
            assertThat(table.count(ours, here, TestClock.START)).isEqualTo(new WrongPins.Count(1, 0));
            table.refund(ours, attempt);
            assertThat(table.count(ours, here, TestClock.START.minusSeconds(1))).isEqualTo(new WrongPins.Count(1, 0));
            assertThat(table.forget(ours, TestClock.START.plusSeconds(1))).isEqualTo(1);
        });
        var theirs = database.newCompany();
        database.run(theirs, entities -> {
            var table = new WrongPinTable();
            table.entities = entities;
            assertThat(table.count(theirs, here, TestClock.START.minus(Duration.ofDays(1))))
                    .isEqualTo(new WrongPins.Count(0, 0));
        });
    }

    @OnBothDatabases
    void theQueueShowsWaitingCustomersFirst(TestDatabase database) {
        var tables = new SessionTables(database);
        var requested = tables.waitedFor("111111");
        var arrived = tables.waitedFor("222222");
        database.run(
                tables.company,
                entities -> tables.sessions(entities)
                        .locked(arrived)
                        .orElseThrow()
                        .arrive(Arrival.PIN, TestClock.START.plusSeconds(60)));
        database.run(tables.company, entities -> {
            var technician = tables.sessions(entities)
                    .byId(arrived)
                    .orElseThrow()
                    .invitation()
                    .technicianId();
            assertThat(tables.sessions(entities).queue(technician))
                    .extracting("id")
                    .containsExactly(arrived, requested);
            assertThat(tables.sessions(entities).queue(UUID.randomUUID()))
                    .extracting("id")
                    .containsExactly(arrived);
        });
    }

    private static SessionDoors doors(jakarta.persistence.EntityManager entities) {
        var doors = new SessionDoors();
        doors.entities = entities;
        return doors;
    }

    private static boolean claims(SessionTables tables, UUID company, String digits) {
        return tables.database.in(
                company,
                entities -> tables.sessions(entities)
                        .claimPin(company, tables.hash(digits), TestClock.START)
                        .isPresent());
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException("The other one did not come", alone);
        }
    }

    private static List<Boolean> atTheSameTime(Callable<Boolean> one, Callable<Boolean> other)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
