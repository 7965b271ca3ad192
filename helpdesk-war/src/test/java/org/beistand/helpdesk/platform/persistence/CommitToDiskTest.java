package org.beistand.helpdesk.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitToDiskTest {

    @Test
    void whatWasCommittedSurvivesThatTheProcessIsKilledTheNextMoment(@TempDir Path folder) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitAndDie.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CommitAndDie.KILLED);

        assertThat(written(folder)).isEqualTo(CommitAndDie.COMMITS);
    }

    private static int written(Path folder) throws SQLException {
        try (var connection = database(folder).getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select n from counter")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static HelpdeskDataSource database(Path folder) {
        return new HelpdeskDataSource(DatabaseSettings.h2File(folder.resolve("helpdesk")));
    }

    /** A process that commits, tells nobody to stop, and is gone. */
    static final class CommitAndDie {

        static final int KILLED = 9;
        static final int COMMITS = 20;

        private CommitAndDie() {}

        public static void main(String[] arguments) throws SQLException {
            try (var connection = database(Path.of(arguments[0])).getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("create table counter (n integer)");
                statement.execute("insert into counter values (0)");
                for (int i = 0; i < COMMITS; i++) {
                    statement.execute("update counter set n = n + 1");
                    connection.commit();
                }
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }
}
