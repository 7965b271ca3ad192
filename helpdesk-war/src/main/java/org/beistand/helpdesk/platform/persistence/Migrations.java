package org.beistand.helpdesk.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema of this version, or says in one line why that is impossible. */
public final class Migrations {

    private Migrations() {}

    /** @throws StartFailure when the database cannot be reached, is newer than this version or was altered by hand */
    public static void migrate(DataSource database) {
        String product = productOf(database);
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/" + product)
                // Components number their migrations in ranges of their own, so a later range may land first.
                .outOfOrder(true)
                .load();
        refuseNewer(flyway);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw StartFailure.announced("the database could not be migrated: " + e.getMessage(), e);
        }
    }

    private static String productOf(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().contains("PostgreSQL") ? "postgresql" : "h2";
        } catch (SQLException e) {
            throw StartFailure.announced("the database cannot be reached: " + rootMessage(e), e);
        }
    }

    private static void refuseNewer(Flyway flyway) {
        boolean newer = Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state.isApplied() && !state.isResolved());
        if (newer) {
            throw StartFailure.announced(
                    "the data was written by a newer version of Beistand; start that version, or use another data folder",
                    new IllegalStateException("applied migrations are unknown to this version"));
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
