package org.beistand.applet.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.beistand.engine.protocol.contract.JournalEntry.Decision;
import org.beistand.engine.protocol.grant.Permission;
import org.junit.jupiter.api.Test;

class ConsentBookTest {

    private static final Set<Permission> BOTH = Set.of(Permission.VIEW, Permission.CONTROL);

    private final MovableClock clock = new MovableClock();
    private final List<String> told = new ArrayList<>();
    private final List<Decided> repeated = new ArrayList<>();
    private final ConsentBook book = new ConsentBook(clock, new ConsentBook.Listener() {
        @Override
        public void decided(Decided decided) {
            told.add(decided.permission() + " " + decided.decision());
        }

        @Override
        public void repeated(Decided standing) {
            repeated.add(standing);
        }

        @Override
        public void changed() {}
    });

    @Test
    void allowsNothingAtFirst() {
        assertThat(book.allows(Permission.VIEW)).isFalse();
        assertThat(book.question()).isEmpty();
    }

    @Test
    void allowsWhatWasClicked() {
        ask("1", Permission.VIEW, BOTH);
        book.decide("1", true);
        assertThat(book.allows(Permission.VIEW)).isTrue();
        assertThat(book.allows(Permission.CONTROL)).isFalse();
        assertThat(told).containsExactly("VIEW GRANTED");
    }

    @Test
    void declines() {
        ask("1", Permission.VIEW, BOTH);
        book.decide("1", false);
        assertThat(book.allows(Permission.VIEW)).isFalse();
        assertThat(told).containsExactly("VIEW DECLINED");
    }

    @Test
    void eachDirectionOfTheClipboardIsAskedForItself() {
        Set<Permission> ceiling = Set.of(Permission.CLIPBOARD_IN, Permission.CLIPBOARD_OUT);
        ask("1", Permission.CLIPBOARD_IN, ceiling);
        book.decide("1", true);
        assertThat(book.allows(Permission.CLIPBOARD_IN)).isTrue();
        assertThat(book.allows(Permission.CLIPBOARD_OUT)).isFalse();
        assertThat(book.allows(Permission.VIEW)).isFalse();
        ask("2", Permission.CLIPBOARD_OUT, ceiling);
        book.decide("2", true);
        book.withdraw(Permission.CLIPBOARD_IN);
        assertThat(book.allows(Permission.CLIPBOARD_OUT)).isTrue();
        book.lapse();
        assertThat(book.allows(Permission.CLIPBOARD_OUT)).isFalse();
        assertThat(told)
                .containsExactly(
                        "CLIPBOARD_IN GRANTED",
                        "CLIPBOARD_OUT GRANTED",
                        "CLIPBOARD_IN WITHDRAWN",
                        "CLIPBOARD_OUT LAPSED");
    }

    @Test
    void takesSilenceAsNo() {
        ask("1", Permission.VIEW, BOTH);
        clock.pass(Duration.ofSeconds(59));
        book.expire();
        assertThat(told).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        book.expire();
        assertThat(told).containsExactly("VIEW TIMED_OUT");
        book.decide("1", true);
        assertThat(book.allows(Permission.VIEW)).isFalse();
    }

    @Test
    void repeatsANoForTenSecondsWithoutAskingAgain() {
        ask("1", Permission.VIEW, BOTH);
        book.decide("1", false);
        Instant declined = clock.instant();
        clock.pass(Duration.ofMillis(9_999));
        ask("2", Permission.VIEW, BOTH);
        assertThat(book.question()).isEmpty();
        assertThat(repeated)
                .containsExactly(new Decided("2", Permission.VIEW, Decision.DECLINED, "Maria Lindner", declined));
        assertThat(told).containsExactly("VIEW DECLINED");
        clock.pass(Duration.ofMillis(1));
        ask("3", Permission.VIEW, BOTH);
        assertThat(book.question()).map(Question::requestId).contains("3");
    }

    @Test
    void repeatsSilenceAsSilence() {
        ask("1", Permission.VIEW, BOTH);
        clock.pass(Duration.ofSeconds(60));
        book.expire();
        ask("2", Permission.VIEW, BOTH);
        assertThat(repeated).extracting(Decided::decision).containsExactly(Decision.TIMED_OUT);
    }

    @Test
    void doesNotAskForViewByAskingForControlAfterANo() {
        ask("1", Permission.VIEW, BOTH);
        book.decide("1", false);
        ask("2", Permission.CONTROL, BOTH);
        assertThat(book.question()).isEmpty();
        assertThat(repeated).extracting(Decided::permission).containsExactly(Permission.CONTROL);
    }

    @Test
    void asksForViewAfterANoToControlAlone() {
        grantBoth();
        book.withdraw(Permission.CONTROL);
        ask("2", Permission.CONTROL, BOTH);
        book.decide("2", false);
        book.withdraw(Permission.VIEW);
        ask("3", Permission.VIEW, BOTH);
        assertThat(book.question()).map(Question::requestId).contains("3");
    }

    @Test
    void forgetsANoWithTheTechnicianWhoGotIt() {
        ask("1", Permission.VIEW, BOTH);
        book.decide("1", false);
        book.lapse();
        ask("2", Permission.VIEW, BOTH);
        assertThat(book.question()).isPresent();
    }

    @Test
    void asksForViewBeforeControlAndForEachByItself() {
        ask("1", Permission.CONTROL, BOTH);
        assertThat(book.waiting())
                .extracting(Question::permission)
                .containsExactly(Permission.VIEW, Permission.CONTROL);
        book.decide(book.question().orElseThrow().requestId(), true);
        assertThat(book.allows(Permission.CONTROL)).isFalse();
        clock.pass(Duration.ofSeconds(50));
        book.decide("1", true);
        assertThat(told).containsExactly("VIEW GRANTED", "CONTROL GRANTED");
    }

    @Test
    void givesTheSecondQuestionItsWholeTime() {
        ask("1", Permission.CONTROL, BOTH);
        clock.pass(Duration.ofSeconds(50));
        book.decide(book.question().orElseThrow().requestId(), true);
        assertThat(book.deadline()).contains(clock.instant().plusSeconds(60));
    }

    @Test
    void declinesControlWithView() {
        ask("1", Permission.CONTROL, BOTH);
        book.decide(book.question().orElseThrow().requestId(), false);
        assertThat(told).containsExactly("VIEW DECLINED", "CONTROL DECLINED");
        assertThat(book.waiting()).isEmpty();
    }

    @Test
    void asksNobodyBeyondTheCeiling() {
        ask("1", Permission.CONTROL, Set.of(Permission.VIEW));
        ask("2", Permission.FILE_READ, Set.of(Permission.FILE_READ));
        ask("3", Permission.CONTROL, Set.of(Permission.CONTROL));
        assertThat(book.question()).isEmpty();
        assertThat(told).containsExactly("CONTROL NOT_PERMITTED", "FILE_READ NOT_PERMITTED", "CONTROL NOT_PERMITTED");
    }

    @Test
    void answersARepeatedRequestOnce() {
        ask("1", Permission.VIEW, BOTH);
        ask("1", Permission.VIEW, BOTH);
        book.decide("1", true);
        ask("1", Permission.VIEW, BOTH);
        assertThat(told).containsExactly("VIEW GRANTED");
    }

    @Test
    void answersTwoTechniciansWithOneClick() {
        ask("1", Permission.VIEW, BOTH);
        ask("2", Permission.VIEW, BOTH);
        book.decide("1", true);
        assertThat(told).containsExactly("VIEW GRANTED", "VIEW GRANTED");
    }

    @Test
    void takesControlBackWithView() {
        grantBoth();
        book.withdraw(Permission.VIEW);
        assertThat(book.allowed()).isEmpty();
        assertThat(told).endsWith("CONTROL WITHDRAWN", "VIEW WITHDRAWN");
    }

    @Test
    void takesControlBackAlone() {
        grantBoth();
        book.withdraw(Permission.CONTROL);
        assertThat(book.allows(Permission.VIEW)).isTrue();
        assertThat(book.allows(Permission.CONTROL)).isFalse();
    }

    @Test
    void forgetsEverythingWhenNobodyIsLeft() {
        grantBoth();
        ask("9", Permission.VIEW, BOTH);
        book.lapse();
        assertThat(book.allows(Permission.VIEW)).isFalse();
        assertThat(book.waiting()).isEmpty();
    }

    @Test
    void allowsNothingEverAgainOnceClosed() {
        grantBoth();
        book.close();
        assertThat(book.allows(Permission.VIEW)).isFalse();
        ask("9", Permission.VIEW, BOTH);
        book.decide("9", true);
        assertThat(book.allows(Permission.VIEW)).isFalse();
    }

    @Test
    void aRecordingThatCannotGoOnLapsesAndIsNotTheCustomersDoing() {
        book.recordings(true, true);
        ask("1", Permission.VIEW, RECORDED);
        book.decide(book.question().orElseThrow().requestId(), true);
        book.decide(book.question().orElseThrow().requestId(), true);
        book.recordings(false, true);
        assertThat(told).endsWith("VIEW LAPSED", "RECORD LAPSED");
    }

    @Test
    void ignoresAClickOnAQuestionThatIsNotShown() {
        ask("1", Permission.CONTROL, BOTH);
        book.decide("1", true);
        book.decide("unknown", true);
        assertThat(told).isEmpty();
    }

    @Test
    void doesNotGrowWithoutEnd() {
        IntStream.range(0, 5_000).forEach(number -> ask("r" + number, Permission.FILE_READ, BOTH));
        assertThat(told).hasSize(1_000);
    }

    private static final Set<Permission> RECORDED = Set.of(Permission.VIEW, Permission.CONTROL, Permission.RECORD);

    @Test
    void whereEverythingIsRecordedThatIsAskedFirst() {
        book.recordings(true, true);
        ask("1", Permission.CONTROL, RECORDED);
        assertThat(book.waiting().stream().map(Question::permission))
                .containsExactly(Permission.RECORD, Permission.VIEW, Permission.CONTROL);
        for (int click = 0; click < 3; click++) {
            book.decide(book.question().orElseThrow().requestId(), true);
        }
        assertThat(told).containsExactly("RECORD GRANTED", "VIEW GRANTED", "CONTROL GRANTED");
        book.withdraw(Permission.RECORD);
        assertThat(told).endsWith("CONTROL WITHDRAWN", "VIEW WITHDRAWN", "RECORD WITHDRAWN");
        assertThat(book.allows(Permission.VIEW)).isFalse();
    }

    @Test
    void aNoToTheRecordingIsANoToWhatWouldBeRecorded() {
        book.recordings(true, true);
        ask("1", Permission.VIEW, RECORDED);
        book.decide(book.question().orElseThrow().requestId(), false);
        assertThat(told).containsExactly("RECORD DECLINED", "VIEW DECLINED");
        assertThat(book.question()).isEmpty();
        ask("2", Permission.CONTROL, RECORDED);
        assertThat(book.question()).as("nobody is worn down").isEmpty();
        assertThat(repeated)
                .singleElement()
                .satisfies(again -> assertThat(again.permission()).isEqualTo(Permission.CONTROL));
    }

    @Test
    void whereEverythingIsRecordedNothingIsSeenThatCannotBe() {
        book.recordings(false, true);
        ask("1", Permission.VIEW, RECORDED);
        book.recordings(true, true);
        ask("2", Permission.VIEW, BOTH);
        assertThat(told).containsExactly("VIEW NOT_PERMITTED", "VIEW NOT_PERMITTED");
        assertThat(book.question()).isEmpty();
    }

    @Test
    void onRequestARecordingComesAndGoesByItself() {
        ask("0", Permission.RECORD, RECORDED);
        assertThat(told).as("nobody said that it is possible").containsExactly("RECORD NOT_PERMITTED");
        book.recordings(true, false);
        ask("1", Permission.VIEW, RECORDED);
        book.decide("1", true);
        ask("2", Permission.RECORD, RECORDED);
        book.decide("2", true);
        assertThat(book.allows(Permission.RECORD)).isTrue();
        book.withdraw(Permission.RECORD);
        assertThat(book.allows(Permission.VIEW)).isTrue();
        ask("3", Permission.RECORD, RECORDED);
        book.decide("3", true);
        book.recordings(false, false);
        assertThat(book.allows(Permission.RECORD))
                .as("what cannot be made is not allowed")
                .isFalse();
        assertThat(book.allows(Permission.VIEW)).isTrue();
    }

    private void grantBoth() {
        ask("1", Permission.CONTROL, BOTH);
        book.decide(book.question().orElseThrow().requestId(), true);
        book.decide("1", true);
        assertThat(book.allows(Permission.CONTROL)).isTrue();
    }

    private void ask(String id, Permission permission, Set<Permission> ceiling) {
        book.ask(new Ask(id, permission, "Maria Lindner", ceiling));
    }

    /** A clock that stands still until told otherwise. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
