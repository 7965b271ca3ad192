package org.beistand.helpdesk.session.control;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.session.entity.Invitation;
import org.beistand.helpdesk.session.entity.PinSeal;
import org.beistand.helpdesk.session.entity.SessionPin;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;

/** One company with one technician, and sessions as the product stores them. */
final class SessionTables {

    static final Duration LIFE = Duration.ofMinutes(15);

    final TestDatabase database;
    final UUID company;
    final PinHashes hashes = new PinHashes(new byte[32]);
    private final UUID technician;

    SessionTables(TestDatabase database) {
        this.database = database;
        this.company = database.newCompany();
        this.technician = database.in(company, entities -> {
            var account = new Account("maria", "-", Role.TECHNICIAN, TestClock.START);
            entities.persist(account);
            entities.flush();
            entities.persist(new Technician(account.id(), "Maria Lindner", "Service Desk", "maria@example.org"));
            return account.id();
        });
    }

    Sessions sessions(EntityManager entities) {
        var sessions = new Sessions();
        sessions.entities = entities;
        return sessions;
    }

    /** A session whose customer is waited for with that PIN. @return its id */
    UUID waitedFor(String digits) {
        var session = newSession(digits);
        database.run(company, entities -> sessions(entities).add(session));
        return session.id();
    }

    SupportSession newSession(String digits) {
        var seal =
                new PinSeal(hashes.hash(company, new SessionPin(digits)), digits.length(), TestClock.START.plus(LIFE));
        var invitation = new Invitation(
                UUID.randomUUID(),
                "INC-1042",
                "Printer offline",
                technician,
                "Maria Lindner",
                "Service Desk",
                "Anna Schmidt",
                "de",
                TestClock.START.plus(Duration.ofHours(12)));
        return SupportSession.request(UUID.randomUUID(), invitation, seal, TestClock.START);
    }

    String hash(String digits) {
        return hashes.hash(company, new SessionPin(digits));
    }
}
