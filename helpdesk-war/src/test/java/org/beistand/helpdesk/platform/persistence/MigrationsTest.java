package org.beistand.helpdesk.platform.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void dataOfANewerVersionIsRefused() throws SQLException {
        DataSource database = new HelpdeskDataSource(DatabaseSettings.h2Memory("newer"));
        Migrations.migrate(database);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into \"flyway_schema_history\" select 9999, '9999', 'of the future', type, script,"
                            + " checksum, installed_by, installed_on, execution_time, success"
                            + " from \"flyway_schema_history\" where \"installed_rank\" = 1");
        }
        assertThatThrownBy(() -> Migrations.migrate(database))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void anUnreachableDatabaseIsNamed() {
        DataSource nobody =
                new HelpdeskDataSource(new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "x", "y"));
        assertThatThrownBy(() -> Migrations.migrate(nobody))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cannot be reached");
    }
}
