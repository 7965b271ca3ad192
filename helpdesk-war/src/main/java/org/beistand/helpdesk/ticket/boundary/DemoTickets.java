package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.identity.boundary.DemoCompany;
import org.beistand.helpdesk.identity.boundary.DemoContent;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.platform.clock.Earlier;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.boundary.DemoStory.Attach;
import org.beistand.helpdesk.ticket.boundary.DemoStory.Change;
import org.beistand.helpdesk.ticket.boundary.DemoStory.Note;
import org.beistand.helpdesk.ticket.boundary.DemoStory.Reply;
import org.beistand.helpdesk.ticket.boundary.DemoStory.Step;
import org.beistand.helpdesk.ticket.boundary.DemoStory.Told;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.TicketEdit;

/** Opens the demo company's tickets and lets everything in their stories happen, through the same doors as real ones. */
@ApplicationScoped
public class DemoTickets implements DemoContent {

    @Inject
    TicketChanges changes;

    @Inject
    TicketTimeline timeline;

    @Inject
    Attachments attachments;

    @Inject
    Tickets tickets;

    @Inject
    Customers customers;

    @Inject
    Technicians technicians;

    @Inject
    IntakeChannels channels;

    @Override
    public int order() {
        return 300;
    }

    @Override
    @Transactional
    public void fill(DemoCompany company) {
        DemoStory.ALL.forEach(this::tell);
    }

    private void tell(DemoStory story) {
        var requester = customers.matching(story.requester(), 1).getFirst();
        var channel = channels.all().stream()
                .filter(candidate -> candidate.name().equals(story.channel()))
                .map(IntakeChannel::id)
                .findFirst();
        var wanted = new NewTicket(
                requester.id(), story.subject(), story.description(), story.priority(), channel, Optional.empty());
        UUID ticket = Earlier.by(
                story.age(), () -> changes.open(wanted, author(requester)).id());
        for (var i = 0; i < story.steps().size(); i++) {
            var step = story.steps().get(i);
            Earlier.by(story.ageOfStep(i), () -> happen(ticket, requester, step));
        }
    }

    private void happen(UUID ticket, Customer requester, Step step) {
        switch (step) {
            case Reply(var who, var text) ->
                timeline.addPublicReply(ticket, text, List.of(), author(who), Optional.empty());
            case Told(var text) ->
                timeline.addPublicReply(ticket, text, List.of(), author(requester), Optional.empty());
            case Note(var who, var text) -> timeline.addInternalNote(ticket, text, author(who));
            case Attach(var name, var text) ->
                attachments.add(ticket, name, text.getBytes(StandardCharsets.UTF_8), author(requester));
            case Change(var who, var edit) -> change(ticket, who, edit);
        }
    }

    private void change(UUID ticket, String who, DemoStory.Edit edit) {
        var wanted = edit.of(technician(who).id());
        if (!wanted.equals(TicketEdit.nothing())) {
            changes.change(ticket, tickets.require(ticket).version(), wanted, author(who));
        }
    }

    private Author author(String technicianName) {
        return Author.technician(technician(technicianName).id(), technicianName);
    }

    private static Author author(Customer customer) {
        return Author.customer(customer.id(), customer.name());
    }

    private Technician technician(String name) {
        return technicians.all().stream()
                .filter(candidate -> candidate.displayName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo company has no technician " + name));
    }
}
