package org.beistand.applet.clipboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.beistand.applet.clipboard.ErrandLedger.Judgement;
import org.beistand.engine.protocol.Limits;
import org.junit.jupiter.api.Test;

/** Once, in order, piece by piece. */
class ErrandTest {

    private final ErrandLedger<String> ledger = new ErrandLedger<>();

    @Test
    void whatComesAgainIsAnsweredAndNotDoneAgain() {
        Errand first = new Errand("maria", 7, 1);
        assertThat(ledger.judge(first)).isEqualTo(new Judgement.Fresh<String>());
        assertThat(ledger.judge(first)).isEqualTo(new Judgement.Again<String>());
        ledger.finish(first, "taken");
        assertThat(ledger.judge(first)).isEqualTo(new Judgement.Finished<>("taken"));
    }

    @Test
    void whatIsNewTakesThePlaceOfWhatIsOld() {
        Errand old = new Errand("maria", 7, 1);
        Errand young = new Errand("maria", 7, 5);
        assertThat(ledger.judge(old)).isEqualTo(new Judgement.Fresh<String>());
        assertThat(ledger.judge(young)).isEqualTo(new Judgement.Fresh<String>());
        assertThat(ledger.isOpen(old)).isFalse();
        assertThat(ledger.isOpen(young)).isTrue();
        assertThat(ledger.judge(old)).isEqualTo(new Judgement.Void<String>());
        assertThat(ledger.judge(new Errand("maria", 7, 0))).isEqualTo(new Judgement.Void<String>());
        assertThat(ledger.judge(new Errand("jonas", 7, 1))).isEqualTo(new Judgement.Fresh<String>());
        assertThat(ledger.judge(new Errand("maria", 8, 1))).isEqualTo(new Judgement.Fresh<String>());
    }

    @Test
    void piecesComeOneBehindTheOther() {
        Arrival arrival = new Arrival(Map.of(Form.TEXT, 5));
        assertThat(arrival.take(1, new byte[1])).isFalse();
        assertThat(arrival.take(0, new byte[0])).isFalse();
        assertThat(arrival.take(0, "abc".getBytes(UTF_8))).isTrue();
        assertThat(arrival.take(0, "abc".getBytes(UTF_8))).isFalse();
        assertThat(arrival.take(3, "def".getBytes(UTF_8))).isFalse();
        assertThat(arrival.isComplete()).isFalse();
        assertThat(arrival.take(3, "de".getBytes(UTF_8))).isTrue();
        assertThat(arrival.isComplete()).isTrue();
        assertThat(arrival.clip().flatMap(clip -> clip.text(Form.TEXT))).hasValue("abcde");
        assertThat(new Arrival(Map.of(Form.TEXT, 1 << 20)).take(0, new byte[Limits.CLIPBOARD_PIECE_BYTES + 1]))
                .isFalse();
    }

    @Test
    void fourPiecesAreUnderWayAndNoMore() {
        int piece = Limits.CLIPBOARD_PIECE_BYTES;
        byte[] text = "x".repeat(piece * 5 + 1).getBytes(UTF_8);
        Departure departure =
                new Departure(Passage.inwards(Map.of(Form.TEXT, text)).orElseThrow());
        for (int sent = 0; sent < Limits.CLIPBOARD_PIECES_UNDER_WAY; sent++) {
            assertThat(departure.next().map(Departure.Piece::offset)).hasValue(sent * piece);
        }
        assertThat(departure.next()).isEmpty();
        departure.confirm(piece * 9L);
        assertThat(departure.next()).isEmpty();
        departure.confirm(piece * 2L);
        assertThat(departure.next().map(Departure.Piece::last)).hasValue(false);
        Optional<Departure.Piece> last = departure.next();
        assertThat(last.map(Departure.Piece::last)).hasValue(true);
        assertThat(departure.hasLeft()).isTrue();
        departure.again();
        assertThat(departure.next().map(Departure.Piece::offset)).hasValue(0);
        assertThat(departure.hasLeft()).isFalse();
    }
}
