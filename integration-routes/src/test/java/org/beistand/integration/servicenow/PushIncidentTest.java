package org.beistand.integration.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beistand.integration.Integrations;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;
import org.beistand.integration.servicenow.IncidentFields.Person;
import org.beistand.integration.servicenow.ServiceNowAccess.Credentials;
import org.beistand.servicenow.Fault;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PushIncidentTest {

    private static final String TICKET = "desk:1f0c0000-0000-0000-0000-000000000001";
    private static final Duration SETTLING = Duration.ofMillis(10);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private ServiceNowDouble instance;
    private Integrations integrations;
    private ServiceNowAccess access;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        instance = ServiceNowDouble.start(0, Clock.systemUTC());
        integrations = Integrations.start(
                new Integrations.Settings(folder, Clock.systemUTC(), Duration.ofMillis(300), SETTLING)
                        .reaching(Reach.usualAnd(List.of("127.0.0.0/8", "::1/128"))));
        access = new ServiceNowAccess(
                instance.base(),
                ServiceNowDouble.USER,
                new Credentials.Client(ServiceNowDouble.CLIENT_ID, ServiceNowDouble.CLIENT_SECRET));
    }

    @AfterEach
    void stop() throws IOException {
        integrations.close();
        instance.close();
    }

    @Test
    void aTicketBecomesAnIncidentWithItsPeople() {
        String anna = instance.person("anna.k", "Anna Kunde", "anna@example.com");
        var opening = new IncidentFields(
                Map.of("short_description", "Drucker offline ^ Büro 3", "urgency", "1", "impact", "2"),
                Optional.of(new Person("anna@example.com", "")),
                Optional.of(new Person("nobody@example.com", "nobody")));

        var outcome = integrations.serviceNow().push(access, letter("ticket.created", opening, "", "", false));

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(instance.rows("incident"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("short_description", "Drucker offline ^ Büro 3")
                        .containsEntry("correlation_id", TICKET)
                        .containsEntry("correlation_display", "Beistand")
                        .containsEntry("caller_id", anna)
                        .containsEntry("assigned_to", "")
                        .containsEntry("priority", "2"));
    }

    /** All but one are over when they are noticed, and need no waiting. */
    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY_504_BEFORE_COMMIT")
    void whateverFailsTheSecondAttemptLeavesEverythingOnce(Fault fault) {
        for (int place = 0; place < 3; place++) {
            var id = UUID.randomUUID();
            String ticket = "desk:" + id;
            Fault[] planned = new Fault[place + 1];
            java.util.Arrays.fill(planned, fault);
            instance.faults().next(planned);

            int attempts = deliver(ticket, id);

            assertThat(attempts).isLessThanOrEqualTo(6);
            assertThat(instance.rows("incident"))
                    .filteredOn("correlation_id", ticket)
                    .hasSize(1);
            assertThat(instance.rows("sys_journal_field"))
                    .filteredOn(row -> row.getOrDefault("value", "").contains(id.toString()))
                    .hasSize(2)
                    .extracting(row -> row.get("element"))
                    .containsExactlyInAnyOrder("work_notes", "comments");
            assertThat(instance.rows("sys_attachment"))
                    .filteredOn("file_name", "chat-" + id + ".txt")
                    .hasSize(1);
        }
    }

    @Test
    void whatMayYetBeCommittedIsNotLookedForTooEarly() throws Exception {
        var letter = letter("note", IncidentFields.none(), "late", "", false);
        instance.faults().next(Fault.GATEWAY_504_BEFORE_COMMIT);
        assertThat(integrations.serviceNow().push(access, letter))
                .as("nobody else has to wait for it")
                .isEqualTo(new Outcome.Temporary("unavailable: 504", SETTLING, false));
    }

    /** @return how many attempts it took */
    private int deliver(String ticket, UUID id) {
        var bytes = "Grüße".getBytes(StandardCharsets.UTF_8);
        for (int attempt = 1; attempt <= 20; attempt++) {
            var letter = new IncidentLetter(
                    id,
                    "session.summarised",
                    ticket,
                    "Beistand",
                    Optional.empty(),
                    IncidentFields.none(),
                    new IncidentFields(Map.of("state", "2"), Optional.empty(), Optional.empty()),
                    Optional.of(new WorkNote("Session of 12 minutes")),
                    Optional.of(new Comment("We are done.")),
                    List.of(new FileToAttach("chat-" + id + ".txt", "text/plain; charset=utf-8", sha256(bytes), bytes)),
                    attempt > 1);
            if (integrations.serviceNow().push(access, letter) instanceof Outcome.Delivered) {
                return attempt;
            }
        }
        return 99;
    }

    @Test
    void waitsAsLongAsTheRateLimitSays() {
        instance.faults().next(Fault.TOO_MANY);
        assertThat(integrations.serviceNow().push(access, letter("note", IncidentFields.none(), "x", "", false)))
                .isEqualTo(new Outcome.Temporary("rate-limit", Duration.ofSeconds(1), true));
    }

    @Test
    void aTokenThatIsVoidBeforeItsTimeCostsOneCallOnly() {
        integrations.serviceNow().push(access, letter("note", IncidentFields.none(), "one", "", false));
        instance.forgetAllTokens();
        assertThat(integrations.serviceNow().push(access, letter("note", IncidentFields.none(), "two", "", false)))
                .isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void wrongCredentialsStopEverythingUntilSomebodyCorrectsThem() {
        var wrong = new ServiceNowAccess(instance.base(), "x", new Credentials.Basic("x", "secret-y"));
        var outcome = integrations.serviceNow().push(wrong, letter("note", IncidentFields.none(), "x", "", false));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Temporary.class, temporary -> {
            assertThat(temporary.everybody()).isTrue();
            assertThat(temporary.reason()).doesNotContain("secret-y");
        });
        assertThat(wrong.toString()).doesNotContain("secret-y");
    }

    @Test
    void anIncidentThatIsGoneIsSomebodysBusiness() {
        var letter = new IncidentLetter(
                UUID.randomUUID(),
                "note",
                TICKET,
                "Beistand",
                Optional.of("0".repeat(32)),
                IncidentFields.none(),
                IncidentFields.none(),
                Optional.of(new WorkNote("x")),
                Optional.empty(),
                List.of(),
                false);
        assertThat(integrations.serviceNow().push(access, letter))
                .isEqualTo(new Outcome.Permanent("refused: 404 No Record found"
                        + " Record doesn't exist or ACL restricts the record retrieval"));
    }

    @Test
    void journalsAreNoFields() {
        for (String column : List.of("comments", "work_notes", "sys_id", "correlation_id", "State", "a b")) {
            assertThatThrownBy(() -> new IncidentFields(Map.of(column, "x"), Optional.empty(), Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void secretsGoToHttpsOrNowhere() {
        var here = List.of("https://x.service-now.com", "https://x.service-now.com/", "http://localhost:8080");
        var there = List.of(
                "http://x.service-now.com",
                "https://user:pw@x.service-now.com",
                "https://x.service-now.com/api",
                "https://x.service-now.com?a=b",
                "http://localhost.example.com",
                "file:///etc/passwd",
                "ftp://localhost");
        assertThat(here).allMatch(address -> ServiceNowAccess.isAcceptable(URI.create(address)));
        assertThat(there).noneMatch(address -> ServiceNowAccess.isAcceptable(URI.create(address)));
    }

    private static IncidentLetter letter(
            String kind, IncidentFields opening, String note, String comment, boolean repeat) {
        return new IncidentLetter(
                UUID.randomUUID(),
                kind,
                TICKET,
                "Beistand",
                Optional.empty(),
                opening,
                IncidentFields.none(),
                Optional.of(note).filter(text -> !text.isEmpty()).map(WorkNote::new),
                Optional.of(comment).filter(text -> !text.isEmpty()).map(Comment::new),
                List.of(),
                repeat);
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
