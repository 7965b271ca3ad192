package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryConnection;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.identity.control.PasswordKeeper;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.integration.directory.Directory.Bound;
import org.beistand.integration.directory.DirectoryAccess;

/** Lets people sign in with the password they have in their company's directory. */
@ApplicationScoped
public class DirectoryPasswords implements PasswordKeeper {

    private static final Logger LOG = Logger.getLogger(DirectoryPasswords.class.getName());

    /** So many people who press Enter do not each wait for a directory that is down. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Map<UUID, Instant> silentUntil = new ConcurrentHashMap<>();

    @Inject
    DirectoryConnections connections;

    @Inject
    DirectoryPeople people;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    private record Question(DirectoryAccess access, UUID person) {}

    @Override
    public boolean keeps(UUID accountId) {
        return transactions.of(() -> question(accountId)).isPresent();
    }

    private Optional<Question> question(UUID accountId) {
        return connections
                .current()
                .filter(DirectoryConnection::isSignIn)
                .flatMap(own -> people.ofAccount(accountId))
                .map(DirectoryPerson::objectGuid)
                .flatMap(person -> connections.access().map(access -> new Question(access, person)));
    }

    @Override
    public Answer check(UUID accountId, String password) {
        UUID company = CurrentCompany.require();
        if (password.isBlank()) {
            return new Answer(Verdict.WRONG, "empty password");
        }
        if (clock.instant().isBefore(silentUntil.getOrDefault(company, Instant.MIN))) {
            return new Answer(Verdict.NO_ANSWER, "directory does not answer");
        }
        return transactions
                .of(() -> question(accountId))
                .map(question -> routes.get().directory().bind(question.access(), question.person(), password))
                .map(bound -> answer(company, bound))
                .orElseGet(() -> new Answer(Verdict.WRONG, "no longer kept by the directory"));
    }

    private Answer answer(UUID company, Bound bound) {
        return switch (bound) {
            case Bound.Accepted accepted -> new Answer(Verdict.RIGHT, "");
            case Bound.Refused refused ->
                new Answer(
                        refused.reason().isRightButOver() ? Verdict.RIGHT_BUT_OVER : Verdict.WRONG,
                        "directory: " + refused.reason());
            case Bound.Unavailable unavailable -> {
                silentUntil.put(company, clock.instant().plus(REST));
                LOG.log(Level.WARNING, "A directory could not check a password: {0} {1}", new Object[] {
                    unavailable.fault().kind(), unavailable.fault().detail()
                });
                yield new Answer(
                        Verdict.NO_ANSWER, "directory: " + unavailable.fault().kind());
            }
        };
    }
}
