package org.beistand.helpdesk.session.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SupportSessionTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final SupportSession session = SupportSession.request(
            UUID.randomUUID(),
            new Invitation(
                    UUID.randomUUID(),
                    "INC-1042",
                    "Printer offline",
                    UUID.randomUUID(),
                    "Maria Lindner",
                    "Service Desk",
                    "Anna Schmidt",
                    "de",
                    START.plus(Duration.ofHours(12))),
            new PinSeal("00", 6, START.plus(Duration.ofMinutes(15))),
            START);

    @Test
    void beginsWhenAppletAndTechnicianAreBothThereInWhateverOrder() {
        assertThat(session.technicianJoined(at(10))).isFalse();
        session.arrive(Arrival.PIN, at(60));
        assertThat(session.state()).isEqualTo(SessionState.WAITING);
        assertThat(session.appletJoined(at(100))).isTrue();
        assertThat(session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(session.appletJoined(at(110))).isFalse();
        assertThat(session.end(EndReason.BY_CUSTOMER, at(400))).isTrue();
        assertThat(session.milestones().waited()).isEqualTo(Duration.ofSeconds(40));
        assertThat(session.milestones().worked()).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void thePinOpensItUntilItRunsOut() {
        assertThat(session.isOpenAt(at(899))).isTrue();
        assertThat(session.isOpenAt(at(900))).isFalse();
    }

    @Test
    void theFirstEndStands() {
        assertThat(session.end(EndReason.CANCELLED, at(1))).isTrue();
        assertThat(session.end(EndReason.BY_CUSTOMER, at(2))).isFalse();
        assertThat(session.endReason()).contains(EndReason.CANCELLED);
        assertThat(session.milestones().endedAt()).contains(at(1));
        assertThat(session.isOpenAt(at(3))).isFalse();
    }

    @Test
    void takesNothingAfterTheEnd() {
        session.end(EndReason.CANCELLED, at(1));
        assertThatThrownBy(() -> session.arrive(Arrival.PIN, at(2))).isInstanceOf(SessionOverException.class);
        assertThatThrownBy(() -> session.renewPin(new PinSeal("01", 6, at(900))))
                .isInstanceOf(SessionOverException.class);
        assertThatThrownBy(() -> session.runOn("relay-1", at(3))).isInstanceOf(SessionOverException.class);
    }

    @Test
    void takesNoNewPinWhenTheCustomerIsHere() {
        session.arrive(Arrival.LINK, at(1));
        assertThatThrownBy(() -> session.renewPin(new PinSeal("01", 6, at(900))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAppletThatLeftMayComeBack() {
        session.arrive(Arrival.PIN, at(1));
        session.appletJoined(at(2));
        session.technicianJoined(at(3));
        session.appletLeft(at(50));
        assertThat(session.appletGoneAt()).contains(at(50));
        session.appletLeft(at(60));
        assertThat(session.appletGoneAt()).contains(at(50));
        session.appletJoined(at(70));
        assertThat(session.appletGoneAt()).isEmpty();
        assertThat(session.state()).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void isSummarisedOnceAndOnlyAfterTheEnd() {
        assertThatThrownBy(() -> session.summarise(at(1))).isInstanceOf(IllegalStateException.class);
        session.end(EndReason.BY_TECHNICIAN, at(2));
        assertThat(session.summarise(at(3))).isTrue();
        assertThat(session.summarise(at(4))).isFalse();
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
