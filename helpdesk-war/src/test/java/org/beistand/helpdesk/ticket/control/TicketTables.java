package org.beistand.helpdesk.ticket.control;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.beistand.helpdesk.platform.persistence.DatabaseSettings;
import org.beistand.helpdesk.platform.persistence.HelpdeskDataSource;
import org.beistand.helpdesk.platform.persistence.Migrations;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.jspecify.annotations.Nullable;

/** The real schema on both databases, one of each for the whole test run, and rows written without the application. */
enum TicketTables {
    H2 {
        @Override
        DataSource open() {
            return new HelpdeskDataSource(DatabaseSettings.h2Memory("ticket-tables"));
        }
    },
    POSTGRESQL {
        @Override
        DataSource open() {
            try {
                return EmbeddedPostgres.builder().start().getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private @Nullable DataSource database;

    abstract DataSource open();

    synchronized Connection connect() throws SQLException {
        if (database == null) {
            database = open();
            Migrations.migrate(database);
        }
        return database.getConnection();
    }

    /** One company with whatever a test puts into it. Every test has its own, so none sees another's rows. */
    static final class CompanyRows {

        final UUID company = UUID.randomUUID();
        private final Connection connection;
        private long lastNumber = 1000;

        CompanyRows(Connection connection) throws SQLException {
            this.connection = connection;
            insert(
                    "insert into company (id, slug, name, brand, language, pin_length, pin_minutes, active, created_at,"
                            + " version) values (?, ?, 'Test', 'base', 'en', 6, 15, true, ?, 0)",
                    company,
                    "c" + company.toString().replace("-", ""),
                    time(Instant.EPOCH));
        }

        UUID customer(String name, String email) throws SQLException {
            var id = UUID.randomUUID();
            insert(
                    "insert into customer (id, company_id, name, email, phone, department, language, verified,"
                            + " created_at, version) values (?, ?, ?, ?, '', '', 'en', false, ?, 0)",
                    id,
                    company,
                    name,
                    email,
                    time(Instant.EPOCH));
            return id;
        }

        UUID technician(String name) throws SQLException {
            var id = UUID.randomUUID();
            insert(
                    "insert into account (id, company_id, login_name, password_hash, role, active, created_at,"
                            + " password_changed_at, version) values (?, ?, ?, 'x', 'TECHNICIAN', true, ?, ?, 0)",
                    id,
                    company,
                    "t" + id.toString().replace("-", ""),
                    time(Instant.EPOCH),
                    time(Instant.EPOCH));
            insert(
                    "insert into technician (id, company_id, display_name, department, email, active, version)"
                            + " values (?, ?, ?, 'Service Desk', '', true, 0)",
                    id,
                    company,
                    name);
            return id;
        }

        UUID channel(String name) throws SQLException {
            var id = UUID.randomUUID();
            insert(
                    "insert into intake_channel (id, company_id, name, kind, description, active, version)"
                            + " values (?, ?, ?, 'PORTAL', '', true, 0)",
                    id,
                    company,
                    name);
            return id;
        }

        Row ticket(String subject, UUID requester) {
            return new Row(subject, requester);
        }

        /** Gives a ticket other words to be found by. */
        void reword(long number, String text) throws SQLException {
            insert(
                    "update ticket_search set words = ? where ticket_id ="
                            + " (select id from ticket where company_id = ? and number = ?)",
                    SearchWords.index(List.of(text)),
                    company,
                    number);
        }

        private void insert(String sql, @Nullable Object... values) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        }

        /** A ticket under construction; {@link #kept} writes it. */
        final class Row {

            private final String subject;
            private final UUID requester;
            private TicketState state = TicketState.OPEN;
            private TicketPriority priority = TicketPriority.NORMAL;
            private @Nullable UUID assignee;
            private @Nullable UUID channel;
            private Instant activeAt = Instant.parse("2026-11-20T08:00:00Z");
            private String words = "";

            Row(String subject, UUID requester) {
                this.subject = subject;
                this.requester = requester;
            }

            Row in(TicketState given) {
                state = given;
                return this;
            }

            Row of(TicketPriority given) {
                priority = given;
                return this;
            }

            Row takenBy(UUID technician) {
                assignee = technician;
                return this;
            }

            Row through(UUID given) {
                channel = given;
                return this;
            }

            Row activeAt(Instant time) {
                activeAt = time;
                return this;
            }

            Row saying(String text) {
                words = text;
                return this;
            }

            /** @return the ticket's number */
            long kept() throws SQLException {
                var id = UUID.randomUUID();
                var number = ++lastNumber;
                insert(
                        "insert into ticket (id, company_id, number, version, subject, description, state, priority,"
                                + " requester_id, channel_id, assignee_id, created_at, active_at)"
                                + " values (?, ?, ?, 0, ?, '', ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        company,
                        number,
                        subject,
                        state.name(),
                        priority.rank(),
                        requester,
                        channel,
                        assignee,
                        time(activeAt),
                        time(activeAt));
                insert(
                        "insert into ticket_search (ticket_id, company_id, words) values (?, ?, ?)",
                        id,
                        company,
                        SearchWords.index(List.of("INC-" + number, subject, words)));
                return number;
            }
        }
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
