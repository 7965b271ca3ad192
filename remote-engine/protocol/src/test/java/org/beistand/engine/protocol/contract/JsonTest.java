package org.beistand.engine.protocol.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final UUID ID = UUID.fromString("6f1c2b3a-0000-4000-8000-00000000002a");
    private static final Instant AT = Instant.parse("2026-11-21T10:15:30.123Z");
    private static final KeySet KEYS = new KeySet(List.of(new KeySet.Key("k1", "AAAA"), new KeySet.Key("k2", "BBBB")));
    private static final SessionCard CARD = new SessionCard(
            ID, "Müller & Söhne", "Jörg Groß", null, "T-1042", "Drucker \"druckt\" nicht", null, "de", 60);

    static Stream<Record> everyRecordOfTheContract() {
        return Stream.of(
                KEYS,
                new RelayRegistration("relay-1", "ws://127.0.0.1:8090", "beistand-relay 0.1.0", 500),
                new RelayAdmission("beistand", KEYS, 10, List.of("http://localhost:8080")),
                new RelayLoad(1, 2, 3_000_000_000L, true),
                new RelayOrders(
                        List.of(new RelayOrders.EndSession(ID, Status.ENDED_BY_TECHNICIAN)),
                        KEYS,
                        List.of("https://h"),
                        List.of(ID),
                        true),
                new RelayEvents(List.of(
                        new RelayEvent(ID, ID, RelayEvent.Kind.PARTICIPANT_JOINED, ID, Role.APPLET, AT, Status.OK),
                        new RelayEvent(ID, ID, RelayEvent.Kind.SESSION_ENDED, null, null, AT, Status.SESSION_EXPIRED))),
                new AppletHello("beistand-applet 0.1.0", "linux-x64", "ws://127.0.0.1:8090"),
                new ViewerHello("ws://127.0.0.1:8090"),
                new AppletAdmission("a.b.c", "ws://127.0.0.1:8090", CARD, null),
                new AppletAdmission(
                        "a.b.c",
                        "ws://127.0.0.1:8090",
                        CARD,
                        new RecordingTerms(RecordingTerms.Mode.ALWAYS, "key-1", "AAAA")),
                new RecordingTape(ID, ID, ID, "Jörg", AT, "key-1", "AAAA", "BBBB"),
                new RecordingKept(1L << 40),
                new ViewerAdmission("a.b.c", "ws://127.0.0.1:8090", CARD),
                new Journal(List.of(
                        JournalEntry.chatLine(ID, 1, AT, "Jörg Groß", false, "Grüße 😀"),
                        JournalEntry.permissionDecided(ID, 2, AT, "Jörg", "view", JournalEntry.Decision.GRANTED),
                        JournalEntry.captureFailed(ID, 3, AT, "capture.wayland"),
                        JournalEntry.sessionEnded(ID, 4, AT, Status.ENDED_BY_CUSTOMER))),
                Problem.of(Status.ENDED_BY_CUSTOMER, "over"));
    }

    @ParameterizedTest
    @MethodSource("everyRecordOfTheContract")
    void comesBackFromOurOwnJson(Record value) {
        assertThat(Json.read(Json.write(value), value.getClass())).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("everyRecordOfTheContract")
    void isUnderstoodByTheHelpdesksJsonB(Record value) throws Exception {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            assertThat(jsonb.<Record>fromJson(new String(Json.write(value), UTF_8), value.getClass()))
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRecordOfTheContract")
    void isUnderstoodWhenTheHelpdesksJsonBWroteIt(Record value) throws Exception {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            assertThat(Json.read(jsonb.toJson(value).getBytes(UTF_8), value.getClass()))
                    .isEqualTo(value);
        }
    }

    @Test
    void readsWhatALaterReleaseAdds() {
        byte[] later = "{\"software\":\"s\",\"platform\":\"p\",\"new\":{\"a\":[1,2]}}".getBytes(UTF_8);
        assertThat(Json.read(later, AppletHello.class)).isEqualTo(new AppletHello("s", "p", null));
    }

    @Test
    void readsWhatAnEarlierReleaseDidNotSayYet() {
        byte[] earlier = "{\"endSessions\":[],\"keys\":{\"keys\":[{\"kid\":\"k\",\"x\":\"A\"}]},\"allowedOrigins\":[]}"
                .getBytes(UTF_8);
        RelayOrders orders = Json.read(earlier, RelayOrders.class);
        assertThat(orders.moves()).isEmpty();
        assertThat(orders.knowsElsewhere()).isFalse();
    }

    @Test
    void writesInstantsAsPeopleReadThem() {
        assertThat(new String(Json.write(JournalEntry.captureFailed(ID, 3, AT, "x")), UTF_8))
                .contains("\"at\":\"2026-11-21T10:15:30.123Z\"")
                .contains("\"kind\":\"CAPTURE_FAILED\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"software\":\"s\"}",
                "{\"software\":\"s\",\"software\":\"t\",\"platform\":\"p\"}",
                "{\"software\":{},\"platform\":\"p\"}"
            })
    void refusesWhatIsNoSuchRecord(String document) {
        assertThatThrownBy(() -> Json.read(document.getBytes(UTF_8), AppletHello.class))
                .isInstanceOf(JsonRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"eventId\":\"x\",\"sessionId\":\"x\",\"kind\":\"PARTICIPANT_JOINED\",\"at\":\"2026-11-21T10:15:30Z\",\"status\":\"OK\"}",
                "{\"eventId\":\"6f1c2b3a-0000-4000-8000-00000000002a\",\"sessionId\":\"6f1c2b3a-0000-4000-8000-00000000002a\",\"kind\":\"NEVER\",\"at\":\"2026-11-21T10:15:30Z\",\"status\":\"OK\"}",
                "{\"eventId\":\"6f1c2b3a-0000-4000-8000-00000000002a\",\"sessionId\":\"6f1c2b3a-0000-4000-8000-00000000002a\",\"kind\":\"SESSION_ENDED\",\"at\":\"yesterday\",\"status\":\"OK\"}"
            })
    void refusesValuesOfTheWrongKind(String document) {
        assertThatThrownBy(() -> Json.read(document.getBytes(UTF_8), RelayEvent.class))
                .isInstanceOf(JsonRefused.class);
    }

    @Test
    void refusesADocumentBeyondTheLimit() {
        assertThatThrownBy(() -> Json.read(new byte[Limits.JSON_BYTES + 1], AppletHello.class))
                .isInstanceOf(JsonRefused.class);
    }

    @Test
    void refusesHostileNesting() {
        byte[] nested = ("{\"a\":" + "[".repeat(50_000)).getBytes(UTF_8);
        assertThatThrownBy(() -> Json.read(nested, AppletHello.class)).isInstanceOf(JsonRefused.class);
    }
}
