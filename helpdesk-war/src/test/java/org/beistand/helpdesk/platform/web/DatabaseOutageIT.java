package org.beistand.helpdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.junit.jupiter.api.Test;

class DatabaseOutageIT {

    @Test
    void healthAndRestTellInTheirOwnWordsThatTheDatabaseIsAway() throws IOException {
        try (var database = EmbeddedPostgres.builder().start();
                var helpdesk =
                        Helpdesk.start(List.of("BEISTAND_DB_URL=" + database.getJdbcUrl("postgres", "postgres")))) {
            var visitor = helpdesk.visitor();
            assertThat(visitor.get("/health/ready").body()).contains("{\"name\":\"database\",\"status\":\"UP\"");
            database.close();

            assertThat(visitor.get("/health/live").statusCode())
                    .as("a restart would not bring the database back")
                    .isEqualTo(200);
            var ready = visitor.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .contains("\"database\"", "\"DOWN\"")
                    .doesNotContain("\"name\":\"database\",\"status\":\"UP\"");
            assertThat(visitor.get("/metrics").statusCode()).isEqualTo(200);

            var call = visitor.get("/api/v1/tickets");
            assertThat(call.statusCode()).isEqualTo(500);
            assertThat(call.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(call.body()).contains("\"correlationId\"").doesNotContain("Exception");
        }
    }
}
