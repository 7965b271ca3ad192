package org.beistand.helpdesk.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** One real PostgreSQL server for each test JVM; it stops with the JVM. */
public final class PostgreSqlServer {

    private static final EmbeddedPostgres SERVER = start(false);

    private PostgreSqlServer() {}

    /** @param durable whether a commit waits for the disk, as on a real server; tests have no use for it */
    private static EmbeddedPostgres start(boolean durable) {
        try {
            String onOff = durable ? "on" : "off";
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("fsync", onOff)
                    .setServerConfig("synchronous_commit", onOff)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of a new, empty database, with its user. */
    public static String newDatabase() {
        return newDatabase(SERVER);
    }

    /** As {@link #newDatabase}, on a server of its own that waits for the disk: for measuring. */
    public static String newDurableDatabase() {
        return newDatabase(start(true));
    }

    private static String newDatabase(EmbeddedPostgres server) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }
}
