package org.beistand.integration.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.beistand.integration.Authorities;
import org.beistand.integration.Integrations;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;
import org.beistand.integration.sms.SmsGateway.Smpp;
import org.beistand.integration.sms.SmsGateway.Web;
import org.beistand.samba.Certificates;
import org.beistand.samba.EncryptedDoor;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SmsTest {

    private static final PhoneNumber ANNA = new PhoneNumber("+491701234567");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    void aCentreTakesATextInItsOwnAlphabetAndTellsThatItArrived() throws Exception {
        BlockingQueue<Receipt> receipts = new ArrayBlockingQueue<>(10);
        try (var centre = new MessageCentre();
                var routes = routes(List.of("127.0.0.0/8"))) {
            routes.sms().giveReceiptsTo(receipts::add);
            var gateway = centre(centre, MessageCentre.PASSWORD);
            Outcome outcome = routes.sms().send(gateway, message("möchte_helfen @ €5"));
            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            SubmitSm sent = centre.taken.getFirst();
            assertThat(sent.getDestAddress()).isEqualTo("491701234567");
            assertThat(sent.getDataCoding()).isZero();
            assertThat(sent.getShortMessage())
                    .startsWith('m', 0x7c, 'c', 'h', 't', 'e', 0x11)
                    .endsWith(0x1b, 0x65, '5');
            String name = ((Outcome.Delivered) outcome).record().orElseThrow().id();
            String id = name.substring(name.indexOf('.') + 1);
            centre.tell(id, "ACCEPTD");
            centre.tell(id, "DELIVRD");
            assertThat(receipts.poll(10, TimeUnit.SECONDS)).isEqualTo(new Receipt(name, true, "DELIVRD"));

            routes.sms().send(gateway, message("Grüße ☺"));
            assertThat(centre.taken.getLast().getDataCoding()).isEqualTo((byte) 8);
            assertThat(new String(centre.taken.getLast().getShortMessage(), StandardCharsets.UTF_16BE))
                    .isEqualTo("Grüße ☺");

            centre.refusal = 0x0b;
            assertThat(routes.sms().send(gateway, message("x"))).isInstanceOf(Outcome.Permanent.class);
            centre.refusal = 0x58;
            assertThat(routes.sms().send(gateway, message("x"))).isInstanceOf(Outcome.Temporary.class);
        }
    }

    @Test
    void whatOneCentreSaysIsNeverTakenForAnothersMessage() throws Exception {
        BlockingQueue<Receipt> receipts = new ArrayBlockingQueue<>(10);
        try (var centre = new MessageCentre();
                var other = new MessageCentre();
                var routes = routes(List.of("127.0.0.0/8"))) {
            routes.sms().giveReceiptsTo(receipts::add);
            String name = idOf(routes.sms().send(centre(centre, MessageCentre.PASSWORD), message("to Anna")));
            String others = idOf(routes.sms().send(centre(other, MessageCentre.PASSWORD), message("to somebody")));
            String id = name.substring(name.indexOf('.') + 1);
            other.tell(id, "UNDELIV");
            assertThat(receipts.poll(10, TimeUnit.SECONDS))
                    .isNotNull()
                    .extracting(Receipt::messageId)
                    .isNotEqualTo(name)
                    .isEqualTo(others.substring(0, others.indexOf('.')) + "." + id);
        }
    }

    private static String idOf(Outcome outcome) {
        return ((Outcome.Delivered) outcome).record().orElseThrow().id();
    }

    @Test
    void aCentreThatIsNotThereOrRefusesUsIsTroubleForEverybody() throws Exception {
        try (var centre = new MessageCentre();
                var routes = routes(List.of("127.0.0.0/8"))) {
            var wrong = routes.sms().send(centre(centre, "wrong"), message("x"));
            assertThat(wrong)
                    .isInstanceOfSatisfying(
                            Outcome.Temporary.class,
                            trouble -> assertThat(trouble.everybody()).isTrue());
            centre.close();
            var gone = routes.sms().send(centre(centre, MessageCentre.PASSWORD), message("x"));
            assertThat(gone)
                    .isInstanceOfSatisfying(
                            Outcome.Temporary.class,
                            trouble -> assertThat(trouble.everybody()).isTrue());
        }
    }

    /** The component would wait a minute each time. */
    @Test
    @Timeout(30)
    void aCentreThatSaysNothingIsWaitedForAsLongAsEverybodyElse() throws Exception {
        try (var silent = new ServerSocket(0);
                var routes = routes(List.of("127.0.0.0/8"))) {
            var gateway = new Smpp("127.0.0.1", silent.getLocalPort(), false, "beistand", "secret12", "4930");
            assertThat(routes.sms().send(gateway, message("x")))
                    .isInstanceOfSatisfying(
                            Outcome.Temporary.class,
                            trouble -> assertThat(trouble.everybody()).isTrue());
        }
    }

    @Test
    void whatACentreTookAndDidNotAnswerIsNotSentAgain() throws Exception {
        try (var centre = new MessageCentre();
                var routes = routes(List.of("127.0.0.0/8"))) {
            centre.answers = new CountDownLatch(1);
            assertThat(routes.sms().send(centre(centre, MessageCentre.PASSWORD), message("x")))
                    .isInstanceOfSatisfying(
                            Outcome.Permanent.class,
                            never -> assertThat(never.reason()).startsWith("unknown-fate"));
            centre.answers.countDown();
            assertThat(centre.taken).hasSize(1);
            assertThat(routes.sms().send(centre(centre, MessageCentre.PASSWORD), message("y")))
                    .isInstanceOf(Outcome.Delivered.class);
        }
    }

    /** After a restart, or when the centre said goodbye in the night. */
    @Test
    @Timeout(30)
    void receiptsNeedNoNextMessage() throws Exception {
        BlockingQueue<Receipt> receipts = new ArrayBlockingQueue<>(10);
        try (var centre = new MessageCentre();
                var routes = routes(List.of("127.0.0.0/8"))) {
            routes.sms().giveReceiptsTo(receipts::add);
            var gateway = centre(centre, MessageCentre.PASSWORD);
            routes.sms().listen(gateway);
            centre.tell("7", "DELIVRD");
            assertThat(receipts.poll(10, TimeUnit.SECONDS)).isNotNull();
            routes.sms().listen(gateway);
            assertThat(centre.logins()).isEqualTo(1);
            centre.hangUp();
            routes.sms().listen(gateway);
            assertThat(centre.logins()).isEqualTo(2);
            centre.tell("8", "DELIVRD");
            assertThat(receipts.poll(10, TimeUnit.SECONDS)).isNotNull();
            centre.hangUp();
            assertThat(routes.sms().send(gateway, message("x"))).isInstanceOf(Outcome.Delivered.class);
        }
    }

    @Test
    void theLineOfOldSettingsDoesNotKeepTheNewOneOut() throws Exception {
        try (var centre = new MessageCentre();
                var routes = routes(List.of("127.0.0.0/8"))) {
            routes.sms().send(centre(centre, MessageCentre.PASSWORD), message("x"));
            var changed = new Smpp("127.0.0.1", centre.port, false, "beistand", MessageCentre.PASSWORD, "Desk");
            centre.isForOne = true;
            assertThat(routes.sms().send(changed, message("y"))).isInstanceOf(Outcome.Temporary.class);
            assertThat(routes.sms().send(changed, message("y"))).isInstanceOf(Outcome.Delivered.class);
        }
    }

    @Test
    void aProviderGetsWhatItsTemplateSaysAndNothingBreaksOut() throws Exception {
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(10);
        var server = provider(seen);
        try (var routes = routes(List.of("127.0.0.1/32"))) {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            var json = new Web(
                    "POST",
                    base + "/send?to={digits}",
                    Map.of("Content-Type", "application/json", "Authorization", "Bearer {secret}"),
                    "{\"to\":\"{to}\",\"text\":\"{text}\"}",
                    "queued",
                    "Desk",
                    "s3cret\r\nX-Evil: 1");
            assertThat(routes.sms().send(json, message("a\"b\\\n{secret}&x"))).isInstanceOf(Outcome.Delivered.class);
            assertThat(seen.poll(10, TimeUnit.SECONDS))
                    .isEqualTo("POST /send?to=491701234567 [Bearer s3cret  X-Evil: 1] "
                            + "{\"to\":\"+491701234567\",\"text\":\"a\\\"b\\\\\\u000a{secret}&x\"}");
            var form = new Web("POST", base + "/bad", Map.of(), "text={text}", "", "", "");
            assertThat(routes.sms().send(form, message("a&b=c"))).isInstanceOf(Outcome.Permanent.class);
            assertThat(seen.poll(10, TimeUnit.SECONDS)).endsWith("text=a%26b%3Dc");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void addressesInsideTheHouseAreNotCalled() throws Exception {
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(10);
        var server = provider(seen);
        try (var routes = routes(List.of())) {
            for (String host : List.of("127.0.0.1", "169.254.169.254", "10.0.0.1", "[::1]", "0.0.0.0")) {
                var gateway = new Web(
                        "GET", "http://" + host + ":" + server.getAddress().getPort() + "/", Map.of(), "", "", "", "");
                assertThat(routes.sms().send(gateway, message("x"))).as(host).isInstanceOf(Outcome.Temporary.class);
            }
            assertThat(seen).isEmpty();
        } finally {
            server.stop(0);
        }
        assertThat(Web.isAcceptable("https://sms.example.com/{to}")).isTrue();
        assertThat(List.of(
                        "http://sms.example.com/",
                        "https://{text}.example.com/",
                        "https://u:p@example.com/",
                        "file:///etc/passwd"))
                .noneMatch(Web::isAcceptable);
    }

    @Test
    void aLoginFitsIntoTheProtocol() {
        assertThat(Smpp.isLogin("beistand", "secret12")).isTrue();
        assertThat(Smpp.isLogin("beistand", "secret123")).isFalse();
        assertThat(Smpp.isLogin("beistand", "größe")).isFalse();
        assertThat(Smpp.isLogin("a".repeat(16), "")).isFalse();
    }

    @Test
    void numbersAreReadAsPeopleWriteThem() {
        assertThat(PhoneNumber.read("+49 (0) 170 / 123-4567", "")).contains(ANNA);
        assertThat(PhoneNumber.read("0049 170 1234567", "")).contains(ANNA);
        assertThat(PhoneNumber.read("0170 1234567", "49")).contains(ANNA);
        assertThat(List.of("0170 1234567", "+0170", "+49abc", "", "+4917012345678901", "112"))
                .allMatch(text -> PhoneNumber.read(text, "").isEmpty());
    }

    @Test
    void segmentsAreCountedAsTheyArePaidFor() {
        assertThat(SmsText.of("a".repeat(160)).segments()).isEqualTo(1);
        assertThat(SmsText.of("a".repeat(161)).segments()).isEqualTo(2);
        assertThat(SmsText.of("€".repeat(80)).segments()).isEqualTo(1);
        assertThat(SmsText.of("€".repeat(81)).segments()).isEqualTo(2);
        assertThat(SmsText.of("☺".repeat(70)).segments()).isEqualTo(1);
        assertThat(SmsText.of("☺".repeat(71)))
                .extracting(SmsText::isGsm, SmsText::segments)
                .containsExactly(false, 2);
    }

    private static HttpServer provider(BlockingQueue<String> seen) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String auth = exchange.getRequestHeaders().getOrDefault("Authorization", List.of()).stream()
                    .collect(Collectors.joining());
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " [" + auth + "] "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/bad") ? 400 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void aMessageCentreOverTlsIsBelievedByTheNameAndAuthorityOfItsCertificate(@TempDir Path folder) throws Exception {
        var certificates = Certificates.in(folder, "127.0.0.1");
        var known = new Authorities(certificates.authority());
        try (var centre = new MessageCentre();
                var door = new EncryptedDoor(certificates, centre.port);
                var routes = routes(List.of("127.0.0.0/8", "::1/128"))) {
            for (var untrusted : List.of(Authorities.NONE, new Authorities(certificates.stranger()))) {
                assertThat(routes.sms()
                                .send(encrypted("127.0.0.1", door, untrusted), message("x"))
                                .toString())
                        .contains("untrusted");
            }
            assertThat(routes.sms()
                            .send(encrypted("localhost", door, known), message("x"))
                            .toString())
                    .as("another name than in the certificate")
                    .contains("wrong-name: ");
            assertThat(centre.taken).isEmpty();
            assertThat(routes.sms().send(encrypted("127.0.0.1", door, known), message("x")))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(centre.taken).hasSize(1);
        }
    }

    @Test
    void aProviderWithACertificateOfTheCompanysAuthorityIsBelievedIfThatIsKnown(@TempDir Path folder) throws Exception {
        var certificates = Certificates.in(folder, "127.0.0.1");
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(10);
        var server = provider(seen);
        try (var door = new EncryptedDoor(certificates, server.getAddress().getPort());
                var routes = routes(List.of("127.0.0.0/8"))) {
            String address = "https://127.0.0.1:" + door.port() + "/send?to={digits}&text={text}";
            var unknown = new Web("GET", address, Map.of(), "", "", "", "");
            assertThat(routes.sms().send(unknown, message("x")).toString()).contains("untrusted");
            assertThat(seen).isEmpty();
            var known = new Web("GET", address, Map.of(), "", "", "", "", new Authorities(certificates.authority()));
            assertThat(routes.sms().send(known, message("a&b"))).isInstanceOf(Outcome.Delivered.class);
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("GET /send?to=491701234567&text=a%26b [] ");
        } finally {
            server.stop(0);
        }
    }

    private static Smpp encrypted(String host, EncryptedDoor door, Authorities authorities) {
        return new Smpp(host, door.port(), true, "beistand", MessageCentre.PASSWORD, "4930", authorities);
    }

    private Integrations routes(List<String> networks) {
        return Integrations.start(
                new Integrations.Settings(data, Clock.systemUTC(), Duration.ofSeconds(5), Duration.ofSeconds(1))
                        .reaching(Reach.usualAnd(networks)));
    }

    private static Smpp centre(MessageCentre centre, String password) {
        return new Smpp("127.0.0.1", centre.port, false, "beistand", password, "4930");
    }

    private static SmsMessage message(String text) {
        return new SmsMessage(UUID.randomUUID(), ANNA, text, "");
    }
}
