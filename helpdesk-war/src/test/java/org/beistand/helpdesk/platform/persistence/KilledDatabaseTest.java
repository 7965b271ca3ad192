package org.beistand.helpdesk.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An H2 file that several write to at once, whose process is killed again and again, opens every time and holds everything
 * whose commit had returned. {@code -Dbeistand.database.kills=150} for the long run, which found that a release of H2 lost
 * commits, and once could not open its file, some twenty kills after it was new.
 */
class KilledDatabaseTest {

    private static final int KILLS = Integer.getInteger("beistand.database.kills", 3);
    private static final int COMMITS_IN_A_LIFE = 150;
    private static final long SEED = 4711;

    @Test
    void whatSeveralCommittedSurvivesThatTheirProcessIsKilledAgainAndAgain(@TempDir Path folder) throws Exception {
        var chance = new SplittableRandom(SEED);
        Set<String> told = new HashSet<>();
        for (int life = 0; life < KILLS; life++) {
            told.addAll(live(folder, life, 1 + chance.nextInt(COMMITS_IN_A_LIFE)));
            assertThat(stored(folder)).as("after kill %d", life).containsAll(told);
        }
    }

    /** @return what was committed as far as anybody was told */
    private static Set<String> live(Path folder, int life, int commits) throws IOException, InterruptedException {
        Set<String> told = new HashSet<>();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writers.class.getName(),
                        folder.toString(),
                        String.valueOf(life))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var words = process.inputReader()) {
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                // The last line may be half a one.
                if (line.endsWith(Writers.DONE)) {
                    told.add(line.substring(0, line.length() - Writers.DONE.length()));
                }
                if (told.size() == commits) {
                    // Not by the process itself, which would also drop what is still to be read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(told).as("commits of life %d", life).hasSizeGreaterThanOrEqualTo(commits);
        return told;
    }

    private static Set<String> stored(Path folder) throws SQLException {
        try (var connection = database(folder).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from letter")) {
            Set<String> stored = new HashSet<>();
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
            return stored;
        }
    }

    private static HelpdeskDataSource database(Path folder) {
        return new HelpdeskDataSource(DatabaseSettings.h2File(folder.resolve("helpdesk")));
    }

    /** A process in which some write and some change what was written, each saying what it committed. */
    static final class Writers {

        static final String DONE = " done";
        private static final int WRITERS = 4;
        private static final int LANES = 40;

        private Writers() {}

        public static void main(String[] arguments) throws SQLException {
            var database = database(Path.of(arguments[0]));
            // Kept open: H2 closes its file with the last connection.
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create table if not exists letter"
                        + " (name varchar(40) primary key, lane integer, attempts integer, text varchar(4000))");
                statement.execute("create index if not exists letter_by_lane on letter (lane, attempts)");
                var writers = new Thread[WRITERS];
                for (int i = 0; i < WRITERS; i++) {
                    String name = arguments[1] + "-" + i + "-";
                    var chance = new SplittableRandom(name.hashCode());
                    writers[i] = Thread.ofPlatform().start(() -> write(database, name, chance));
                }
                for (Thread writer : writers) {
                    writer.join();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private static void write(HelpdeskDataSource database, String name, SplittableRandom chance) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                for (int n = 0; true; n++) {
                    int lane = chance.nextInt(LANES);
                    change(connection, "insert into letter values (?, ?, 0, ?)", name + n, lane, text(chance));
                    change(connection, "update letter set attempts = attempts + 1 where name = ?", name + n / 2);
                    connection.commit();
                    System.out.println(name + n + DONE);
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static String text(SplittableRandom chance) {
            return Long.toHexString(chance.nextLong()).repeat(1 + chance.nextInt(100));
        }

        private static void change(Connection connection, String sql, Object... values) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        }
    }
}
