package org.beistand.helpdesk.platform.persistence;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Which database: an H2 file in the data folder, or the PostgreSQL that {@code beistand.db.url} names.
 *
 * @param url JDBC address
 * @param user empty for the embedded database
 * @param password empty for the embedded database
 */
public record DatabaseSettings(String url, String user, String password) {

    /**
     * PostgreSQL's dialect, so that one set of migrations serves both; H2 must not close itself by its own shutdown
     * hook, which runs after the application's class loader is gone and then fails. Whoever finds a row locked waits for
     * it as with PostgreSQL, up to ten seconds.
     */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE"
                    + ";LOCK_TIMEOUT=10000";

    static DatabaseSettings from(Config config) {
        Optional<String> url = config.getOptionalValue("beistand.db.url", String.class);
        if (url.isPresent()) {
            return new DatabaseSettings(
                    jdbc(url.get()),
                    config.getOptionalValue("beistand.db.user", String.class).orElse(""),
                    config.getOptionalValue("beistand.db.password", String.class)
                            .orElse(""));
        }
        String folder = config.getOptionalValue("beistand.data", String.class).orElse("data");
        return h2File(Path.of(folder).toAbsolutePath().normalize().resolve("helpdesk"));
    }

    /** An H2 database in that file; {@link CommitToDisk} sees to it that what is committed is there. */
    public static DatabaseSettings h2File(Path file) {
        return new DatabaseSettings("jdbc:h2:file:" + file + H2_OPTIONS, "", "");
    }

    /** An in-memory database that lives as long as the JVM, for tests of SQL. */
    public static DatabaseSettings h2Memory(String name) {
        return new DatabaseSettings("jdbc:h2:mem:" + name + H2_OPTIONS + ";DB_CLOSE_DELAY=-1", "", "");
    }

    boolean isPostgreSql() {
        return url.startsWith("jdbc:postgresql:");
    }

    private static String jdbc(String url) {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url;
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + url.replaceAll("[?;].*", "") + "]";
    }
}
