package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.mail.control.MailMessages.Noted;
import org.beistand.helpdesk.mail.control.Threads.Place;
import org.beistand.helpdesk.mail.entity.MailMessage.Fate;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.Dispatches;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketText;
import org.beistand.integration.mail.IncomingMail;
import org.beistand.integration.mail.MailAddress;

/**
 * Decides what a message becomes, and makes it so, in the caller's one transaction with the mark that says it is done: a
 * public reply of the requester, an internal note about a stranger's words, a new ticket, or nothing.
 */
@ApplicationScoped
public class Intake {

    /** What a person writes in an hour; a program that answers our answers writes more. */
    static final int MOST_AN_HOUR = 20;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 50;

    @Inject
    MailMessages messages;

    @Inject
    Threads threads;

    @Inject
    MailAccounts accounts;

    @Inject
    Customers customers;

    @Inject
    Companies companies;

    @Inject
    TicketChanges changes;

    @Inject
    TicketTimeline timeline;

    @Inject
    Attachments attachments;

    @Inject
    Dispatches dispatches;

    @Inject
    MailLook look;

    @Inject
    Clock clock;

    /** Takes a message in once, however often it is given. @return what was made of it; empty if it was known */
    public Optional<Fate> take(IncomingMail mail, Optional<UUID> channel) {
        if (messages.known(mail.messageId()).isPresent()) {
            return Optional.empty();
        }
        bounced(mail);
        Optional<String> nothing = whyNothing(mail);
        if (nothing.isPresent()) {
            return noted(mail, Optional.empty(), Fate.IGNORED, nothing.get());
        }
        MailAddress from = mail.from().orElseThrow();
        return switch (threads.place(mail, from)) {
            case Place.Answer(UUID ticket) -> answer(mail, from, ticket);
            case Place.Aside(UUID ticket) -> aside(mail, from, ticket);
            case Place.New(String remark) -> opened(mail, from, channel, remark);
        };
    }

    /** A code, or empty if it is to be taken in. */
    private Optional<String> whyNothing(IncomingMail mail) {
        if (mail.from().isEmpty()) {
            return Optional.of("no-sender");
        }
        String from = mail.from().get().address();
        boolean ours = accounts.outgoing()
                .filter(own -> own.senderAddress().equals(from))
                .isPresent();
        if (ours) {
            return Optional.of("own");
        }
        boolean answersAMachine =
                mail.automatic().filter("auto-generated"::equals).isPresent() && !threads.isPartOfAConversation(mail);
        if (mail.automatic().isPresent() && !answersAMachine) {
            return mail.automatic();
        }
        return messages.countFrom(from, clock.instant().minus(HOUR)) >= MOST_AN_HOUR
                ? Optional.of("too-many")
                : Optional.empty();
    }

    /** What we sent came back: the entry in the ticket says so. */
    private void bounced(IncomingMail mail) {
        mail.bounceOf()
                .filter(id -> mail.automatic().isPresent())
                .flatMap(messages::known)
                .filter(known -> known.fate() == Fate.SENT)
                .flatMap(known -> known.dispatchId())
                .ifPresent(id ->
                        dispatches.change(id, sent -> sent.failed("bounced: " + mail.subject(), clock.instant())));
    }

    private Optional<Fate> answer(IncomingMail mail, MailAddress from, UUID ticket) {
        Customer sender = customer(from);
        var author = Author.customer(sender.id(), sender.name());
        if (!noted(mail, Optional.of(ticket), Fate.REPLY, "").isPresent()) {
            return Optional.empty();
        }
        List<UUID> files = attached(mail, ticket, author);
        timeline.addPublicReply(ticket, words(mail), files, author, Optional.empty());
        remark(mail, ticket);
        return Optional.of(Fate.REPLY);
    }

    private Optional<Fate> aside(IncomingMail mail, MailAddress from, UUID ticket) {
        if (!noted(mail, Optional.of(ticket), Fate.NOTE, "").isPresent()) {
            return Optional.empty();
        }
        var author = Author.outside(from.address());
        attached(mail, ticket, author);
        timeline.addInternalNote(
                ticket, look.text(language(), "intake.stranger", from.address()) + "\n\n" + words(mail), author);
        remark(mail, ticket);
        return Optional.of(Fate.NOTE);
    }

    private Optional<Fate> opened(IncomingMail mail, MailAddress from, Optional<UUID> channel, String remark) {
        Customer sender = customer(from);
        var author = Author.customer(sender.id(), sender.name());
        String subject = mail.subject().isBlank() ? look.text(language(), "intake.no_subject") : mail.subject();
        var ticket = changes.open(
                new NewTicket(
                        sender.id(),
                        TicketText.shortened(subject),
                        mail.text(),
                        TicketPriority.NORMAL,
                        channel,
                        Optional.empty()),
                author);
        if (!noted(mail, Optional.of(ticket.id()), Fate.TICKET, "").isPresent()) {
            throw new IllegalStateException("another node took the same message in at the same time");
        }
        attached(mail, ticket.id(), author);
        if (subject.length() > TicketText.SUBJECT) {
            timeline.addInternalNote(
                    ticket.id(), look.text(language(), "intake.long_subject", subject), Author.system());
        }
        if (!remark.isEmpty()) {
            timeline.addInternalNote(ticket.id(), look.text(language(), remark, mail.subject()), Author.system());
        }
        remark(mail, ticket.id());
        return Optional.of(Fate.TICKET);
    }

    private Optional<Fate> noted(IncomingMail mail, Optional<UUID> ticket, Fate fate, String reason) {
        String from = mail.from().map(MailAddress::address).orElse("");
        boolean fresh = messages.remember(
                new Noted(mail.messageId(), ticket, Optional.empty(), fate, from, mail.subject(), reason));
        return fresh ? Optional.of(fate) : Optional.empty();
    }

    /** What technicians should know about a message beside its words. */
    private void remark(IncomingMail mail, UUID ticket) {
        mail.omitted()
                .map(what -> look.text(language(), "intake.omitted." + what))
                .ifPresent(text -> timeline.addInternalNote(ticket, text, Author.system()));
    }

    private List<UUID> attached(IncomingMail mail, UUID ticket, Author author) {
        if (mail.files().size() > MOST_FILES) {
            int left = mail.files().size() - MOST_FILES;
            timeline.addInternalNote(ticket, look.text(language(), "intake.files_left", left), Author.system());
        }
        return mail.files().stream()
                .limit(MOST_FILES)
                .map(file -> attachments.add(ticket, file.name(), file.bytes(), author))
                .map(Attachment::id)
                .toList();
    }

    private String words(IncomingMail mail) {
        return mail.text().isBlank() ? look.text(language(), "intake.no_text") : mail.text();
    }

    private Customer customer(MailAddress from) {
        return customers.byEmail(from.address()).orElseGet(() -> {
            String name = from.name().isEmpty() ? from.address() : from.name();
            var fresh = new Customer(
                    name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                    from.address(),
                    language(),
                    clock.instant());
            customers.add(fresh);
            return fresh;
        });
    }

    private Locale language() {
        return companies.byId(CurrentCompany.require()).map(Company::language).orElse(Locale.ENGLISH);
    }
}
