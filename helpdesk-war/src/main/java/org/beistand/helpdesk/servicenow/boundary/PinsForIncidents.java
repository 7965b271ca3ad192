package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.secret.Vault;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.boundary.CallerProof.Proven;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.control.IssuedPins;
import org.beistand.helpdesk.servicenow.control.Requesters;
import org.beistand.helpdesk.session.boundary.OpenedSession;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.integration.Outcome.ForeignRecord;

/** Opens a support session from inside an incident, for the technician who pressed the button there. SESSION-FLOW 1. */
@ApplicationScoped
public class PinsForIncidents {

    /** Double clicks and retries come within it; whoever presses again later wants a new PIN. */
    static final Duration SAME_ANSWER = Duration.ofMinutes(1);

    private static final String PURPOSE = "servicenow pin";

    @Inject
    IssuedPins issued;

    @Inject
    Connections connections;

    @Inject
    SupportSessions sessions;

    @Inject
    Tickets tickets;

    @Inject
    TicketChanges changes;

    @Inject
    Requesters requesters;

    @Inject
    Technicians technicians;

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** @param path of the link, below our public address */
    record Issued(String pin, String path, Instant expiresAt, UUID sessionId, String ticket, boolean isNew) {

        /** Contains the PIN: only for sealing. */
        String sealedForm() {
            return pin + "\n" + path + "\n" + expiresAt + "\n" + ticket;
        }

        static Issued of(String text, UUID session) {
            String[] parts = text.split("\n", 4);
            return new Issued(parts[0], parts[1], Instant.parse(parts[2]), session, parts[3], false);
        }

        @Override
        public String toString() {
            return "Issued[" + sessionId + "]";
        }
    }

    /**
     * A PIN for that incident; the same one for whoever asks again within a minute.
     *
     * @throws PinRequestException when nobody here is the technician there
     */
    @Transactional
    public Issued issue(Proven by, PinRequest request) {
        Technician technician = technician(request);
        var row = issued.locked(request.incidentSysId(), technician.id());
        Instant now = clock.instant();
        UUID company = CurrentCompany.require();
        if (now.isBefore(row.madeAt().plus(SAME_ANSWER))) {
            Optional<Issued> same =
                    vault.open(company, PURPOSE, row.sealedAnswer()).map(text -> Issued.of(text, row.sessionId()));
            if (same.isPresent()) {
                return same.get();
            }
        }
        UUID ticket = ticket(request);
        OpenedSession opened = sessions.request(caller(technician, company), ticket);
        var fresh = new Issued(
                opened.pin().digits(),
                opened.path(),
                opened.expiresAt(),
                opened.id(),
                tickets.require(ticket).number().toString(),
                true);
        row.answer(opened.id(), vault.seal(company, PURPOSE, fresh.sealedForm()), now);
        audit.record(by.name(), "servicenow.pin_issued", fresh.ticket(), request.incident());
        return fresh;
    }

    /** PINs older than their minute are forgotten here; the session room keeps only hashes anyway. */
    @Transactional
    public void forget() {
        issued.forget(clock.instant().minus(SAME_ANSWER));
    }

    private Technician technician(PinRequest request) {
        Optional<Technician> byLogin = request.agent().isEmpty()
                ? Optional.empty()
                : accounts.byLoginName(request.agent())
                        .filter(Account::isActive)
                        .flatMap(account -> technicians.byId(account.id()));
        // Many instances use the e-mail address as the user name.
        return byLogin.or(() -> byEmail(request.agentEmail()))
                .or(() -> byEmail(request.agent()))
                .filter(Technician::isActive)
                .orElseThrow(() -> new PinRequestException(
                        "pin.technician", request.agent().isEmpty() ? request.agentEmail() : request.agent()));
    }

    /** One and only one: a shared address names nobody. */
    private Optional<Technician> byEmail(String email) {
        var found = technicians.active().stream()
                .filter(one -> !email.isEmpty() && one.email().equalsIgnoreCase(email))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private UUID ticket(PinRequest request) {
        return connections
                .bySysId(request.incidentSysId())
                .map(link -> link.ticketId())
                .orElseGet(() -> newTicket(request));
    }

    /** The incident becomes a ticket, linked before anything is told about it: no second incident is made. */
    private UUID newTicket(PinRequest request) {
        String caller = request.callerName().isEmpty() ? request.incident() : request.callerName();
        UUID requester = requesters.named(request.callerEmail(), caller);
        String subject = request.shortDescription().isEmpty() ? request.incident() : request.shortDescription();
        var ticket = changes.open(
                new NewTicket(
                        requester,
                        subject,
                        request.incident(),
                        TicketPriority.NORMAL,
                        Optional.empty(),
                        Optional.empty()),
                Author.system());
        ticket.about(request.ci());
        connections.link(ticket.id(), new ForeignRecord(request.incidentSysId(), request.incident()));
        return ticket.id();
    }

    private Caller caller(Technician technician, UUID company) {
        Account account = accounts.byId(technician.id()).orElseThrow();
        return new Caller(
                account.id(),
                company,
                technician.displayName(),
                account.role(),
                account.role().scopes(),
                account.language().orElse(""),
                Caller.Way.API_TOKEN,
                "");
    }
}
