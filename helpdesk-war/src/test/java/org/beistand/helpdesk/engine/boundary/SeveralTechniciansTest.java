package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.audit.entity.AuditEntry;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.session.boundary.ColleagueView;
import org.beistand.helpdesk.session.boundary.SessionColleagues;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.session.entity.RemovedByCustomerException;
import org.beistand.helpdesk.session.entity.SessionOverException;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.SessionNews;
import org.beistand.helpdesk.ticket.entity.TicketEdit;

/** Who of a company's technicians may be in a session, who leads it, and what ticket and audit tell about it. */
class SeveralTechniciansTest {

    @OnBothDatabases
    void whoIsInvitedComesInWithTheirOwnNameAndWithoutTheRightToHandOver(TestDatabase database) {
        var desk = new Desk(database);
        var jonas = desk.technician("jonas", "Jonas Weber");
        var session = desk.open().id();
        desk.step(beans -> assertThatThrownBy(
                        () -> beans.get(Admissions.class).technician(jonas, session, Optional.empty()))
                .isInstanceOf(ForbiddenException.class));
        desk.step(beans -> assertThatThrownBy(
                        () -> beans.get(SessionColleagues.class).find(jonas, session, ""))
                .isInstanceOf(ForbiddenException.class));

        invite(desk, desk.maria, session, jonas);
        invite(desk, desk.maria, session, jonas);
        assertThat(grant(desk, jonas, session))
                .contains("\"name\":\"Jonas Weber\"", "\"view\"", "\"control\"", "\"invite\"")
                .doesNotContain("\"transfer\"");
        assertThat(grant(desk, desk.maria, session)).contains("\"name\":\"Maria Lindner\"", "\"transfer\"");
        desk.step(beans -> assertThat(beans.get(SupportSessions.class).queue(jonas.accountId()))
                .extracting("id")
                .containsExactly(session));
        joins(desk, session, jonas);
        assertThat(news(desk)).containsExactly("JOINED Jonas Weber/Maria Lindner");
        assertThat(audited(desk))
                .contains(
                        "Maria Lindner session.colleague_invited Jonas Weber",
                        "Jonas Weber session.technician_joined invited by Maria Lindner");
    }

    @OnBothDatabases
    void isFoundByPartOfANameAfterThoseWhoAreThere(TestDatabase database) {
        var desk = new Desk(database);
        var jonas = desk.technician("jonas", "Jonas Weber");
        desk.technician("claudia", "Claudia Brandt");
        var session = desk.open().id();
        invite(desk, desk.maria, session, jonas);
        assertThat(found(desk, session, "bran")).containsExactly("Maria Lindner", "Jonas Weber", "Claudia Brandt");
        assertThat(found(desk, session, "nobody")).containsExactly("Maria Lindner", "Jonas Weber");
    }

    @OnBothDatabases
    void sessionAndTicketAreHandedOverByWhoLeadsAndByNobodyElse(TestDatabase database) {
        var desk = new Desk(database);
        var jonas = desk.technician("jonas", "Jonas Weber");
        var claudia = desk.technician("claudia", "Claudia Brandt");
        var session = desk.open().id();
        desk.step(beans -> {
            var ticket = beans.get(Tickets.class).require(desk.ticket);
            var edit = TicketEdit.nothing().withAssignee(Optional.of(desk.maria.accountId()));
            beans.get(TicketChanges.class).change(desk.ticket, ticket.version(), edit, Author.system());
        });
        invite(desk, desk.maria, session, jonas);
        desk.step(beans -> assertThatThrownBy(
                        () -> beans.get(SessionColleagues.class).handOver(jonas, session, claudia.accountId()))
                .isInstanceOf(ForbiddenException.class));
        desk.step(beans -> beans.get(SessionColleagues.class).handOver(desk.maria, session, jonas.accountId()));

        desk.step(beans -> {
            assertThat(beans.get(SupportSessions.class).view(session).technician())
                    .isEqualTo("Jonas Weber");
            assertThat(beans.get(Tickets.class).require(desk.ticket).assigneeId())
                    .contains(jonas.accountId());
            assertThatThrownBy(() -> beans.get(SupportSessions.class).end(desk.maria, session))
                    .isInstanceOf(ForbiddenException.class);
        });
        assertThat(grant(desk, desk.maria, session)).doesNotContain("\"transfer\"");
        assertThat(grant(desk, jonas, session)).contains("\"transfer\"");
        assertThat(news(desk)).containsExactly("HANDED_OVER Maria Lindner/Jonas Weber");
        assertThat(audited(desk)).contains("Maria Lindner session.handed_over Maria Lindner -> Jonas Weber");
        desk.step(beans -> beans.get(SupportSessions.class).end(jonas, session));
        assertThat(desk.entries()).hasSize(1);
        desk.step(beans -> assertThatThrownBy(
                        () -> beans.get(SessionColleagues.class).handOver(jonas, session, claudia.accountId()))
                .isInstanceOf(SessionOverException.class));
    }

    @OnBothDatabases
    void oneLeavesAndTheOtherIsStillThere(TestDatabase database) {
        var desk = new Desk(database);
        var jonas = desk.technician("jonas", "Jonas Weber");
        var session = desk.open().id();
        invite(desk, desk.maria, session, jonas);
        joins(desk, session, desk.maria);
        joins(desk, session, jonas);
        desk.step(beans -> beans.get(SessionColleagues.class).leave(desk.maria, session));
        desk.step(beans -> beans.get(SessionColleagues.class).leave(desk.maria, session));
        desk.step(beans -> assertThat(
                        beans.get(SupportSessions.class).view(session).technicianHere())
                .isTrue());
        assertThat(news(desk))
                .containsExactlyInAnyOrder("JOINED Jonas Weber/Maria Lindner", "LEFT Maria Lindner/Maria Lindner");
    }

    @OnBothDatabases
    void whomTheCustomerRemovedStaysOut(TestDatabase database) {
        var desk = new Desk(database);
        var jonas = desk.technician("jonas", "Jonas Weber");
        var session = desk.open().id();
        invite(desk, desk.maria, session, jonas);
        var at = desk.clock.instant();
        var subject = jonas.accountId().toString();
        desk.appletSays(
                session,
                JournalEntry.technicianRemoved(UUID.randomUUID(), 1, at, "Jonas Weber", subject),
                JournalEntry.technicianRemoved(
                        UUID.randomUUID(), 2, at, "x", UUID.randomUUID().toString()),
                JournalEntry.technicianRemoved(UUID.randomUUID(), 3, at, "x", "nonsense"),
                JournalEntry.steeringPassed(UUID.randomUUID(), 4, at, "Maria Lindner"));
        desk.step(beans -> assertThatThrownBy(
                        () -> beans.get(Admissions.class).technician(jonas, session, Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(Status.REMOVED_BY_CUSTOMER)));
        desk.step(beans -> assertThatThrownBy(
                        () -> beans.get(SessionColleagues.class).invite(desk.maria, session, jonas.accountId()))
                .isInstanceOf(RemovedByCustomerException.class));
        desk.step(beans -> assertThat(beans.get(SupportSessions.class).queue(jonas.accountId()))
                .isEmpty());
        assertThat(news(desk)).containsExactly("REMOVED Anna Schmidt/Jonas Weber");
    }

    @OnBothDatabases
    void nobodyOfAnotherCompanyCanBeInvitedOrInvites(TestDatabase database) {
        var ours = new Desk(database);
        var theirs = new Desk(database);
        var session = ours.open().id();
        ours.step(beans -> assertThatThrownBy(
                        () -> beans.get(SessionColleagues.class).invite(ours.maria, session, theirs.maria.accountId()))
                .isInstanceOf(NotFoundException.class));
        theirs.step(beans -> {
            var colleagues = beans.get(SessionColleagues.class);
            var them = theirs.maria.accountId();
            assertThatThrownBy(() -> colleagues.invite(theirs.maria, session, them))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> colleagues.find(theirs.maria, session, "")).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> colleagues.handOver(theirs.maria, session, them))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> colleagues.leave(theirs.maria, session)).isInstanceOf(NotFoundException.class);
        });
    }

    private static void invite(Desk desk, Caller by, UUID session, Caller whom) {
        desk.step(beans -> beans.get(SessionColleagues.class).invite(by, session, whom.accountId()));
    }

    private static void joins(Desk desk, UUID session, Caller who) {
        desk.relaySays(
                session, UUID.randomUUID(), RelayEvent.Kind.PARTICIPANT_JOINED, who.accountId(), Role.TECHNICIAN);
    }

    private static List<String> found(Desk desk, UUID session, String part) {
        return desk.database.in(
                desk.company,
                entities -> desk.beans(entities).get(SessionColleagues.class).find(desk.maria, session, part).stream()
                        .map(ColleagueView::name)
                        .toList());
    }

    /** The claims of a grant. */
    private static String grant(Desk desk, Caller who, UUID session) {
        var admission = desk.database.in(
                desk.company,
                entities -> desk.beans(entities).get(Admissions.class).technician(who, session, Optional.empty()));
        var claims = admission.grant().split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(claims), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> news(Desk desk) {
        return desk.database.in(
                desk.company,
                entities -> desk.beans(entities).get(TicketTimeline.class).of(SessionNews.class, desk.ticket).stream()
                        .map(entry -> entry.fact().what() + " " + entry.author().name() + "/"
                                + entry.fact().person())
                        .toList());
    }

    private static List<String> audited(Desk desk) {
        return desk.database.in(
                desk.company,
                entities -> desk.beans(entities).get(AuditLog.class).latest(0, 20).stream()
                        .map(SeveralTechniciansTest::line)
                        .toList());
    }

    private static String line(AuditEntry entry) {
        return entry.actor() + " " + entry.action() + " " + entry.detail();
    }
}
