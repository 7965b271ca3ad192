package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.control.SummaryWords;
import org.beistand.helpdesk.directory.entity.DirectoryConnection;
import org.beistand.helpdesk.directory.entity.DirectoryConnection.SummaryOf;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.CompanyTexts;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.integration.Outcome;
import org.beistand.integration.directory.Directory.Written;
import org.beistand.integration.directory.DirectoryAccess;
import org.beistand.integration.directory.Fault;
import org.beistand.integration.directory.LastWord;

/** Writes what the last session was about into the requester's or the device's entry, where a company wants that. */
@ApplicationScoped
public class DirectoryDestination implements OutboxDestination {

    public static final String NAME = "directory";

    private static final Logger LOG = Logger.getLogger(DirectoryDestination.class.getName());
    private static final String SUMMED_UP = "ticket.session_entry_added";

    @Inject
    DirectoryConnections connections;

    @Inject
    SummaryWords words;

    @Inject
    CompanyTexts texts;

    @Inject
    Transactions transactions;

    @Inject
    RunningRoutes routes;

    private record Letter(DirectoryAccess access, LastWord word) {}

    @Override
    public String name() {
        return NAME;
    }

    /** One after the other: a domain controller has better things to do. */
    @Override
    public int parallel() {
        return 1;
    }

    @Override
    public boolean wants(DomainEvent event) {
        return event.type().equals(SUMMED_UP) && event.ticketId().isPresent() && wanted().isPresent();
    }

    private Optional<DirectoryConnection> wanted() {
        return connections.current().filter(own -> own.summaryOf() != SummaryOf.NOBODY);
    }

    @Override
    public Outcome deliver(OutboxEvent event, boolean repeat) {
        return transactions.of(() -> letter(event)).map(this::write).orElseGet(Outcome.Delivered::new);
    }

    /** Empty when there is nobody to write about, or nobody wants it any more. */
    private Optional<Letter> letter(OutboxEvent event) {
        UUID session = session(event);
        return wanted().flatMap(own -> words.about(event.ticketId().orElseThrow(), session, own))
                .flatMap(word -> connections.access().map(access -> new Letter(access, word)));
    }

    private Outcome write(Letter letter) {
        return switch (routes.get().directory().write(letter.access(), letter.word())) {
            case Written.Done done -> {
                if (!done.found()) {
                    LOG.log(Level.INFO, "The directory has no entry to sum a session up in");
                }
                yield new Outcome.Delivered();
            }
            case Written.Failed(Fault fault) -> outcome(fault);
        };
    }

    /** What only a person can mend is parked, with a note; whatever is the matter with the directory itself passes. */
    private Outcome outcome(Fault fault) {
        String reason = transactions.of(() -> texts.of(DirectoryTexts.BUNDLE, "trouble." + fault.kind())) + " ("
                + fault.detail() + ")";
        return switch (fault.kind()) {
            case RIGHTS, ATTRIBUTE, AMBIGUOUS, OCCUPIED -> new Outcome.Permanent(reason);
            case NAME_UNKNOWN,
                    NOT_PERMITTED,
                    UNREACHABLE,
                    SILENT,
                    AUTHORITY,
                    NO_START_TLS,
                    CHAIN,
                    HOST_NAME,
                    TLS,
                    SIGNING,
                    CREDENTIALS,
                    BASE,
                    FILTER,
                    GROUP,
                    TRUNCATED,
                    BROKEN -> new Outcome.Temporary(reason, Duration.ZERO, true);
        };
    }

    private static UUID session(OutboxEvent event) {
        try (var reader = Json.createReader(new StringReader(event.payload()))) {
            return UUID.fromString(reader.readObject().getString("sessionId"));
        }
    }
}
