package org.beistand.helpdesk.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beistand.helpdesk.recording.Recorder.base64;
import static org.beistand.helpdesk.recording.Recorder.claudia;
import static org.beistand.helpdesk.recording.Recorder.decide;
import static org.beistand.helpdesk.recording.Recorder.makeKey;
import static org.beistand.helpdesk.recording.Recorder.tape;
import static org.beistand.helpdesk.session.boundary.DemoSessions.appletToken;
import static org.beistand.helpdesk.session.boundary.DemoSessions.maria;
import static org.beistand.helpdesk.session.boundary.DemoSessions.open;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** A relay delivers a tape: in pieces, twice, with gaps, and what no relay should. */
@OnRunningHelpdesk
class TapeDeliveryIT {

    private static final int PIECE = 1 << 20;

    @Test
    void piecesMayComeTwiceAndOutOfOrderAndTheTapeIsWhatWasSent(Helpdesk helpdesk) throws IOException {
        var recorder = new Recorder(helpdesk);
        Visitor claudia = claudia(helpdesk);
        var session = recorded(helpdesk, claudia);
        var id = UUID.randomUUID();
        String announced = tape(id, session, makeKey(claudia, 21));
        for (int time = 0; time < 2; time++) {
            assertThat(recorder.announce(announced).statusCode()).isEqualTo(204);
        }
        var bytes = new byte[PIECE + 1000];
        new Random(7).nextBytes(bytes);

        assertThat(recorder.deliver(id, "?offset=5&whole=true", new byte[3]).body())
                .as("a gap")
                .isEqualTo("{\"bytes\":0}");
        kept(recorder, id, 0, Arrays.copyOf(bytes, PIECE), PIECE);
        kept(recorder, id, 0, new byte[PIECE], PIECE);
        kept(recorder, id, 100, new byte[10], PIECE);
        kept(recorder, id, PIECE + 1, new byte[10], PIECE);
        kept(recorder, id, PIECE - 500, Arrays.copyOfRange(bytes, PIECE - 500, PIECE + 400), PIECE + 400);
        String card = "/api/v1/sessions/" + session + "/recording";
        assertThat(claudia.get(card).body()).contains("\"complete\":false", "\"bytes\":" + (PIECE + 400));
        for (int time = 0; time < 2; time++) {
            var last = recorder.deliver(
                    id,
                    "?offset=" + (PIECE + 400) + "&whole=true",
                    Arrays.copyOfRange(bytes, PIECE + 400, PIECE + 1000));
            assertThat(last.body()).isEqualTo("{\"bytes\":" + (PIECE + 1000) + "}");
        }
        kept(recorder, id, PIECE + 1000, new byte[10], PIECE + 1000);
        assertThat(claudia.get(card).body()).contains("\"complete\":true");
        assertThat(claudia.download(card + "/" + id).body()).isEqualTo(bytes);
        assertThat(recorder.announce(announced).statusCode()).isEqualTo(204);
        assertThat(claudia.download(card + "/" + id).body()).isEqualTo(bytes);
    }

    @Test
    void nobodyButARelayDeliversAndOnlyWhatSomebodyCouldPlay(Helpdesk helpdesk) throws IOException {
        var recorder = new Recorder(helpdesk);
        Visitor claudia = claudia(helpdesk);
        var session = recorded(helpdesk, claudia);
        String key = makeKey(claudia, 22);
        var id = UUID.randomUUID();
        String good = tape(id, session, key);
        assertThat(recorder.announce(good, "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(recorder.announce(good.replace(session, UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
        for (String bad : List.of(
                "{",
                good.replace(base64(4, 32), base64(4, 31)),
                good.replace(base64(5, 80), base64(5, 81)),
                good.replace(base64(5, 80), "x".repeat(100_000)),
                good.replace(key, UUID.randomUUID().toString()),
                good.replace(key, "../../keys"),
                good.replace("Maria <Lindner>", "x".repeat(201)),
                good.replace("Maria <Lindner>", "  "),
                good.replace("\"tapeId\":\"" + id, "\"tapeId\":\"../" + id))) {
            assertThat(recorder.announce(bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(recorder.deliver(id, "?offset=0", new byte[1]).statusCode()).isEqualTo(404);

        assertThat(recorder.announce(good.replace("2026-11-20", "+99999-11-20")).statusCode())
                .as("a clock that is wrong costs no recording")
                .isEqualTo(204);
        String another = recorded(helpdesk, claudia);
        assertThat(recorder.announce(tape(id, another, key)).statusCode()).isEqualTo(409);
        assertThat(recorder.deliver(id.toString(), "?offset=0", new byte[1], "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
        for (String place :
                List.of("", "?offset=-1", "?offset=x", "?offset=99999999999999999999", "?offset=0&whole=1")) {
            assertThat(recorder.deliver(id, place, new byte[1]).statusCode())
                    .as(place)
                    .isEqualTo(400);
        }
        assertThat(recorder.deliver(id, "?offset=0", new byte[PIECE + 1]).statusCode())
                .isEqualTo(413);
        for (String wrong :
                List.of("..%2f..%2fkeys", "1-1-1-1-1", UUID.randomUUID().toString())) {
            assertThat(recorder.deliver(wrong, "?offset=0", new byte[1], "Bearer " + Helpdesk.RELAY_SECRET)
                            .statusCode())
                    .as(wrong)
                    .isIn(400, 404);
        }
        kept(recorder, id, 0, new byte[7], 7);
    }

    /** A session with its customer, of a company that records. @return its id */
    private static String recorded(Helpdesk helpdesk, Visitor claudia) throws IOException {
        makeKey(claudia, 20);
        assertThat(decide(claudia, "ALWAYS", "90").statusCode()).isEqualTo(302);
        var session = open(maria(helpdesk));
        appletToken(helpdesk, session);
        return session.id();
    }

    private static void kept(Recorder recorder, UUID tape, int offset, byte[] piece, int kept) {
        var answer = recorder.deliver(tape, "?offset=" + offset, piece);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"bytes\":" + kept + "}");
    }
}
