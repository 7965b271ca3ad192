package org.beistand.helpdesk.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.invitation.control.InvitationPolicies;
import org.beistand.helpdesk.invitation.control.InvitationRuleException;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.boundary.LinkDoors;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.junit.jupiter.api.io.TempDir;

/** A technician invites a customer by e-mail. */
class InvitationsByMailTest {

    private static final Pattern LINK = Pattern.compile("https://desk\\.example\\.com/join/([A-Za-z0-9_-]{43})");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void oneClickSendsALinkThatOpensTheSessionAndTheTicketTells(TestDatabase database) throws Exception {
        try (var room = new MailRoom(database, data)) {
            UUID ticket = room.desk.newTicket("Drucker druckt nicht");
            var session = room.session(ticket);
            room.invite(session);
            assertThat(room.entries(Dispatch.class, ticket))
                    .singleElement()
                    .extracting(Dispatch::state)
                    .isEqualTo(Dispatch.State.QUEUED);
            room.delivered();

            assertThat(room.received()).singleElement().satisfies(mail -> {
                assertThat(mail.getAllRecipients()[0]).hasToString("Anna Kunde <anna@example.com>");
                assertThat(mail.getFrom()[0]).hasToString("Support Center <support@desk.example.com>");
                assertThat(mail.getHeader("Auto-Submitted", "")).isEqualTo("auto-generated");
                assertThat(mail.getMessageID()).startsWith("<beistand.").endsWith("@desk.example.com>");
            });
            String text = part(room.received().getFirst(), 0);
            assertThat(text)
                    .contains("Guten Tag Anna Kunde")
                    .doesNotContain(session.pin().grouped());
            assertThat(part(room.received().getFirst(), 1)).contains("lang=\"de\"", "Hilfesitzung starten");
            var link = LINK.matcher(text);
            assertThat(link.find()).isTrue();
            var behind = room.in(() -> room.house().get(LinkDoors.class).companyBehind(new SecretToken(link.group(1))));
            assertThat(behind).contains(room.company);
            assertThat(room.entries(Dispatch.class, ticket))
                    .singleElement()
                    .extracting(Dispatch::state)
                    .isEqualTo(Dispatch.State.SENT);
        }
    }

    @OnBothDatabases
    void thePinIsSentOnlyIfTheCompanyWantsItAndIsNeverStoredInClear(TestDatabase database) throws Exception {
        try (var room = new MailRoom(database, data)) {
            room.in(() -> {
                room.house().get(InvitationPolicies.class).locked().allowPin(true, false);
                return true;
            });
            var session = room.session(room.desk.newTicket("Mit Code"));
            room.setUp(1);
            room.invite(session);
            String stored = String.join(
                    " ", rows(room, "select payload from outbox_event union all select sealed from invitation"));
            assertThat(stored)
                    .doesNotContain(session.pin().digits())
                    .doesNotContain(session.pin().grouped())
                    .doesNotContain("/join/");
            room.setUp(room.server.getSmtp().getPort());
            room.delivered();
            assertThat(part(room.received().getFirst(), 0))
                    .contains(session.pin().grouped());
            assertThat(sealed(room)).isEmpty();
        }
    }

    @OnBothDatabases
    void limitsHoldForEachTechnicianAndForTheCompany(TestDatabase database) {
        try (var room = new MailRoom(database, data)) {
            room.in(() -> {
                room.house().get(InvitationPolicies.class).locked().limit(2, 100);
                return true;
            });
            var session = room.session(room.desk.newTicket("Viele"));
            room.invite(session);
            room.invite(session);
            assertThatThrownBy(() -> room.invite(session)).isInstanceOf(InvitationRuleException.class);
            room.in(() -> {
                room.house().get(InvitationPolicies.class).locked().limit(100, 2);
                return true;
            });
            assertThatThrownBy(() -> room.invite(session)).isInstanceOf(InvitationRuleException.class);
            room.delivered();
            assertThat(room.received()).hasSize(2);
        }
    }

    @OnBothDatabases
    void anInvitationThatCameTooLateIsNotSentAndSaysSo(TestDatabase database) {
        try (var room = new MailRoom(database, data)) {
            UUID ticket = room.desk.newTicket("Zu spät");
            var session = room.session(ticket);
            room.setUp(1);
            room.invite(session);
            room.in(() -> room.house().get(SupportSessions.class).renewPin(room.maria, session.id()));
            room.setUp(room.server.getSmtp().getPort());
            room.delivered();
            assertThat(room.received()).isEmpty();
            assertThat(room.entries(Dispatch.class, ticket)).singleElement().satisfies(dispatch -> {
                assertThat(dispatch.state()).isEqualTo(Dispatch.State.FAILED);
                assertThat(dispatch.reason()).isEqualTo("too-late");
            });
            assertThat(room.entries(InternalNote.class, ticket)).hasSize(1);
            assertThat(sealed(room)).isEmpty();
        }
    }

    private static List<String> sealed(MailRoom room) {
        return rows(room, "select sealed from invitation where company_id = '" + room.company + "' and sealed <> ''");
    }

    @SuppressWarnings("unchecked")
    private static List<String> rows(MailRoom room, String sql) {
        return room.in(() -> room.house()
                .get(EntityManager.class)
                .createNativeQuery(sql, String.class)
                .getResultList());
    }

    private static String part(MimeMessage mail, int alternative) throws MessagingException, IOException {
        var parts = (MimeMultipart) mail.getContent();
        assertThat(GreenMailUtil.getBody(mail)).isNotEmpty();
        return (String) parts.getBodyPart(alternative).getContent();
    }
}
