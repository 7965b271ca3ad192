package org.beistand.helpdesk.servicenow.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.junit.jupiter.api.Test;

class MappingTest {

    @Test
    void fitsAnInstanceAsItIsDelivered() {
        var usual = Mapping.of("");
        assertThat(usual.columns(TicketPriority.URGENT))
                .containsEntry("impact", "1")
                .containsEntry("urgency", "1");
        assertThat(usual.columns(TicketState.RESOLVED, "done"))
                .containsEntry("state", "6")
                .containsEntry("close_code", "Solved (Permanently)")
                .containsEntry("close_notes", "done");
        for (var state : TicketState.values()) {
            assertThat(usual.state(usual.columns(state, "").getOrDefault("state", "")))
                    .hasValue(state);
        }
        for (var priority : TicketPriority.values()) {
            var columns = usual.columns(priority);
            assertThat(usual.priority(columns.getOrDefault("impact", ""), columns.getOrDefault("urgency", "")))
                    .isEqualTo(priority);
        }
    }

    @Test
    void takesTheCustomersOwnValuesAndColumns() {
        var own = Mapping.of("state.OPEN = 17\ncomments = no\nfield.u_remote_support = number");
        assertThat(own.state("17")).hasValue(TicketState.OPEN);
        assertThat(own.state("2")).isEmpty();
        assertThat(own.writesComments()).isFalse();
        assertThat(own.ownColumns()).containsEntry("u_remote_support", "number");
    }

    @Test
    void givesTicketsOfAChannelToItsGroupAndBack() {
        var own = Mapping.of("group = Service Desk\ngroup.IT Hotline (Süd) = Phone Team\ngroup.Mail = Phone Team");
        assertThat(own.group("")).hasValue("Service Desk");
        assertThat(own.group("Portal")).hasValue("Service Desk");
        assertThat(own.group("IT Hotline (Süd)")).hasValue("Phone Team");
        assertThat(own.groups()).containsExactly("Phone Team", "Service Desk");
        assertThat(own.channel("Phone Team")).as("two channels").isEmpty();
        assertThat(Mapping.of("group.Mail = Mail Team").channel("mail team")).hasValue("Mail");
        assertThat(Mapping.of("").group("Mail")).isEmpty();
    }

    @Test
    void complainsAboutTheFirstLineThatCannotBeUsed() {
        assertThat(Mapping.complaint(Mapping.USUAL)).isEmpty();
        for (String line : new String[] {
            "state.UNKNOWN = 1",
            "priority.HIGH = 4/1",
            "priority.HIGH = high",
            "field.comments = number",
            "field.state = 1",
            "work_notes = x",
            "state.OPEN =",
            "state.OPEN = two words",
            "comments = perhaps",
            "state.NEW = 1",
            "nonsense"
        }) {
            assertThat(Mapping.complaint("state.NEW = 1\n" + line)).hasValue(line);
        }
    }

    @Test
    void namesTheChannelsItSpeaksOf() {
        assertThat(Mapping.of("group = Desk\ngroup.Mail = Mail Team\ngroup.Nope = Team")
                        .channels())
                .containsExactly("Mail", "Nope");
    }

    @Test
    void anImpactOrUrgencyNobodyKnowsIsLow() {
        assertThat(Mapping.of("").priority("9", "")).isEqualTo(TicketPriority.LOW);
        assertThat(Mapping.of("").priority("3", "1")).isEqualTo(TicketPriority.NORMAL);
    }
}
