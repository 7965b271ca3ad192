package org.beistand.helpdesk.ticket.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LATER = START.plusSeconds(60);
    private static final Author MARIA = Author.technician(UUID.randomUUID(), "Maria Lindner");
    private static final UUID TECHNICIAN = UUID.randomUUID();

    private final Ticket ticket = Ticket.open(UUID.randomUUID(), UUID.randomUUID(), "Printer offline", "", START)
            .numbered(new TicketNumber(1042));

    @ParameterizedTest
    @CsvSource({
        "NEW, OPEN PENDING RESOLVED",
        "OPEN, PENDING RESOLVED",
        "PENDING, OPEN RESOLVED",
        "RESOLVED, OPEN CLOSED",
        "CLOSED, ''"
    })
    void allowsExactlyTheseSuccessors(TicketState state, String successors) {
        for (var next : TicketState.values()) {
            assertThat(state.mayBecome(next))
                    .as("%s to %s", state, next)
                    .isEqualTo(List.of(successors.split(" ", -1)).contains(next.name()));
        }
    }

    @Test
    void leavesOneHistoryEntryPerFieldThatIsReallyDifferent() {
        var changes = ticket.change(
                TicketEdit.nothing()
                        .withSubject("Printer offline")
                        .withPriority(TicketPriority.URGENT)
                        .withState(TicketState.PENDING),
                MARIA,
                LATER);

        assertThat(changes)
                .extracting(FieldChange::field, FieldChange::from, FieldChange::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TicketField.STATE, "NEW", "PENDING"),
                        org.assertj.core.groups.Tuple.tuple(TicketField.PRIORITY, "NORMAL", "URGENT"));
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.author()).isSameAs(MARIA);
            assertThat(change.at()).isEqualTo(LATER);
        });
    }

    @Test
    void opensWhenSomebodyTakesIt() {
        ticket.change(TicketEdit.nothing().withAssignee(Optional.of(TECHNICIAN)), MARIA, LATER);

        assertThat(ticket.state()).isEqualTo(TicketState.OPEN);
        assertThat(ticket.assigneeId()).contains(TECHNICIAN);
    }

    @Test
    void canBePutBack() {
        ticket.change(TicketEdit.nothing().withAssignee(Optional.of(TECHNICIAN)), MARIA, LATER);
        var changes = ticket.change(TicketEdit.nothing().withAssignee(Optional.empty()), MARIA, LATER);

        assertThat(ticket.assigneeId()).isEmpty();
        assertThat(changes).extracting(FieldChange::to).containsExactly("");
    }

    @Test
    void refusesAForbiddenStateAndChangesNothing() {
        var edit = TicketEdit.nothing().withPriority(TicketPriority.HIGH).withState(TicketState.CLOSED);

        assertThatThrownBy(() -> ticket.change(edit, MARIA, LATER)).isInstanceOf(ForbiddenStateChangeException.class);
        assertThat(ticket.priority()).isEqualTo(TicketPriority.NORMAL);
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
    }

    @Test
    void refusesAnUnfitTextAndChangesNothing() {
        var edit = TicketEdit.nothing()
                .withSubject("  ")
                .withPriority(TicketPriority.HIGH)
                .withState(TicketState.OPEN);

        assertThatThrownBy(() -> ticket.change(edit, MARIA, LATER)).isInstanceOf(TicketTextException.class);
        assertThat(ticket.priority()).isEqualTo(TicketPriority.NORMAL);
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
    }

    @Test
    void takesNotesButNothingElseOnceClosed() {
        ticket.change(TicketEdit.nothing().withState(TicketState.RESOLVED), MARIA, LATER);
        ticket.change(TicketEdit.nothing().withState(TicketState.CLOSED), MARIA, LATER);

        assertThat(ticket.note(UUID.randomUUID(), "It was the cable", MARIA, LATER)
                        .text())
                .isEqualTo("It was the cable");
        assertThatThrownBy(() -> ticket.reply(UUID.randomUUID(), "Hello", List.of(), MARIA, LATER))
                .isInstanceOf(TicketClosedException.class);
        assertThatThrownBy(() -> ticket.change(TicketEdit.nothing().withSubject("x"), MARIA, LATER))
                .isInstanceOf(TicketClosedException.class);
    }

    @Test
    void refusesAnEditOfAnOlderVersion() {
        assertThatThrownBy(() -> ticket.requireVersion(ticket.version() + 1)).isInstanceOf(StaleTicketException.class);
    }

    @Test
    void movesUpByActivityAndNeverDown() {
        ticket.note(UUID.randomUUID(), "later", MARIA, LATER);
        ticket.note(UUID.randomUUID(), "earlier", MARIA, START);

        assertThat(ticket.activeAt()).isEqualTo(LATER);
    }

    @Test
    void wakesUpWhenTheCustomerAnswers() {
        ticket.change(TicketEdit.nothing().withState(TicketState.PENDING), MARIA, LATER);

        assertThat(ticket.stateAfterReply(Author.Kind.CUSTOMER)).isEqualTo(TicketState.OPEN);
        assertThat(ticket.stateAfterReply(Author.Kind.TECHNICIAN)).isEqualTo(TicketState.PENDING);
    }

    @Test
    void keepsNulCharactersOutOfTheDatabase() {
        assertThat(ticket.note(UUID.randomUUID(), "a\0b", MARIA, LATER).text()).isEqualTo("ab");
    }

    @Test
    void neverNumbersATicketTwice() {
        assertThatThrownBy(() -> ticket.numbered(new TicketNumber(7))).isInstanceOf(IllegalStateException.class);
    }
}
