package org.beistand.helpdesk.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.beistand.helpdesk.invitation.control.InvitationPolicies;
import org.beistand.helpdesk.invitation.control.InvitationRuleException;
import org.beistand.helpdesk.session.control.Source;
import org.beistand.helpdesk.sms.boundary.SmsDestination;
import org.beistand.helpdesk.sms.boundary.SmsReports;
import org.beistand.helpdesk.sms.boundary.SmsReports.Received;
import org.beistand.helpdesk.sms.control.SaidReport;
import org.beistand.helpdesk.sms.control.SmsAccounts;
import org.beistand.helpdesk.sms.entity.SmsSettings;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.Dispatches;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.Dispatch.Way;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.junit.jupiter.api.io.TempDir;

/** A technician invites by text message over a provider that speaks HTTP and tells nothing afterwards. */
class InvitationsBySmsTest {

    private static final String AS_AT_HOME = "0170 123 45 67";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void aTextGoesToTheNumberAsPeopleWriteItAndTheTicketSaysThatItWasSent(TestDatabase database) throws Exception {
        try (var provider = new SmsProvider();
                var room = room(database, provider)) {
            UUID ticket = room.desk.newTicket("Drucker");
            var session = room.session(ticket);
            room.invite(session, Way.SMS, AS_AT_HOME);
            room.delivered();
            assertThat(provider.taken).singleElement().satisfies(text -> {
                assertThat(text).contains("\"to\":\"+491701234567\"", "https://desk.example.com/join/");
                assertThat(text)
                        .doesNotContain(session.pin().grouped(), session.pin().digits(), SmsProvider.KEY);
            });
            // Nobody tells whether it arrived, so it is not said to have.
            assertThat(fate(room, ticket).state()).isEqualTo(Dispatch.State.SENT);
            assertThat(room.entries(InternalNote.class, ticket)).isEmpty();
        }
    }

    @OnBothDatabases
    void whatAProviderRefusesFailsInTheTicketAndWhatItPutsOffIsSentOnce(TestDatabase database) throws Exception {
        try (var provider = new SmsProvider();
                var room = room(database, provider)) {
            UUID refused = room.desk.newTicket("Falsche Nummer");
            provider.status = 400;
            room.invite(room.session(refused), Way.SMS, AS_AT_HOME);
            room.delivered();
            assertThat(fate(room, refused).state()).isEqualTo(Dispatch.State.FAILED);
            assertThat(fate(room, refused).reason()).isEqualTo("refused: status 400");
            assertThat(room.entries(InternalNote.class, refused)).hasSize(1);

            UUID later = room.desk.newTicket("Anbieter überlastet");
            provider.status = 503;
            room.invite(room.session(later), Way.SMS, AS_AT_HOME);
            Eventually.is("the ticket says what it waits for", Duration.ofSeconds(20), () -> {
                room.desk.nudge();
                return fate(room, later).reason().equals("refused: status 503");
            });
            assertThat(fate(room, later).state()).isEqualTo(Dispatch.State.QUEUED);
            provider.status = 200;
            room.delivered();
            assertThat(provider.taken).hasSize(1);
            assertThat(fate(room, later).state()).isEqualTo(Dispatch.State.SENT);
        }
    }

    @OnBothDatabases
    void aReportIsBelievedByTheSecretOfItsMessageAndSaysNothingAboutAnother(TestDatabase database) throws Exception {
        try (var provider = new SmsProvider();
                var room = room(database, provider)) {
            room.in(() -> {
                var own = room.house().get(SmsAccounts.class).own();
                own.speakHttp(
                        provider.address(),
                        "POST",
                        own.headers(),
                        "{\"to\":\"{to}\",\"callback\":\"{report}\"}",
                        "queued",
                        room.house().get(SmsAccounts.class).sealSecret(SmsProvider.KEY));
                return own;
            });
            UUID arrived = room.desk.newTicket("Kommt an");
            room.invite(room.session(arrived), Way.SMS, AS_AT_HOME);
            room.delivered();
            UUID lost = room.desk.newTicket("Kommt nie an");
            room.invite(room.session(lost), Way.SMS, AS_AT_HOME);
            room.delivered();
            var reports = room.house().get(SmsReports.class);

            assertThat(told(reports, secret(provider, 0), "status=buffered")).isEqualTo(Received.TAKEN);
            assertThat(fate(room, arrived).state()).isEqualTo(Dispatch.State.SENT);
            assertThat(told(reports, secret(provider, 0), "status=delivered")).isEqualTo(Received.TAKEN);
            assertThat(fate(room, arrived).state()).isEqualTo(Dispatch.State.DELIVERED);
            assertThat(fate(room, lost).state()).isEqualTo(Dispatch.State.SENT);
            assertThat(told(reports, secret(provider, 1), "status=expired")).isEqualTo(Received.TAKEN);
            assertThat(fate(room, lost).reason()).isEqualTo("undelivered: expired");
            assertThat(told(reports, secret(provider, 0), "status=failed")).isEqualTo(Received.TAKEN);
            assertThat(fate(room, arrived).state()).as("what arrived stays so").isEqualTo(Dispatch.State.DELIVERED);

            for (int i = 0; i < 30; i++) {
                assertThat(told(reports, i % 2 == 0 ? "x" : "A".repeat(43), "status=delivered"))
                        .isEqualTo(Received.UNKNOWN);
            }
            assertThat(told(reports, secret(provider, 1), "status=delivered")).isEqualTo(Received.TOO_MANY);
        }
    }

    @OnBothDatabases
    void aCentreIsListenedToWhileItMayHaveSomethingToSay(TestDatabase database) throws Exception {
        try (var provider = new SmsProvider();
                var room = room(database, provider)) {
            var accounts = room.house().get(SmsAccounts.class);
            UUID ticket = room.desk.newTicket("Drucker");
            room.invite(room.session(ticket), Way.SMS, AS_AT_HOME);
            room.delivered();
            assertThat(room.in(accounts::awaitsReceipts)).isFalse();
            UUID dispatch = fate(room, ticket).id();
            room.in(() -> {
                accounts.expectReceipt("line." + dispatch, dispatch);
                return true;
            });
            assertThat(room.in(accounts::awaitsReceipts)).isTrue();
            room.in(() -> {
                var dispatches = room.house().get(Dispatches.class);
                dispatches.change(dispatch, sent -> sent.reported(true, "DELIVRD", sent.changedAt()));
                return dispatches;
            });
            assertThat(room.in(accounts::awaitsReceipts)).isFalse();
        }
    }

    private static Received told(SmsReports reports, String secret, String query) {
        return reports.take(secret, Source.of("192.0.2.7"), new SaidReport(query, "", ""));
    }

    private static String secret(SmsProvider provider, int message) {
        String callback = provider.taken.get(message).replaceAll("(?s).*\"callback\":\"([^\"]*)\".*", "$1");
        assertThat(callback).startsWith("https://desk.example.com/api/v1/sms/reports/");
        return callback.substring(callback.lastIndexOf('/') + 1);
    }

    @OnBothDatabases
    void limitsCountTextsAndMailsTogetherAndBadNumbersCostNone(TestDatabase database) throws Exception {
        try (var provider = new SmsProvider();
                var room = room(database, provider)) {
            limit(room, 2, 100);
            var session = room.session(room.desk.newTicket("Viele"));
            assertThatThrownBy(() -> room.invite(session, Way.SMS, "ruf mich an"))
                    .isInstanceOf(InvitationRuleException.class);
            room.invite(session, Way.SMS, AS_AT_HOME);
            room.invite(session, Way.MAIL, "");
            assertThatThrownBy(() -> room.invite(session, Way.SMS, AS_AT_HOME))
                    .isInstanceOf(InvitationRuleException.class);
            limit(room, 100, 2);
            assertThatThrownBy(() -> room.invite(session, Way.SMS, AS_AT_HOME))
                    .isInstanceOf(InvitationRuleException.class);
            room.delivered();
            assertThat(provider.taken).hasSize(1);
        }
    }

    private MailRoom room(TestDatabase database, SmsProvider provider) {
        var room = new MailRoom(database, data, SmsDestination.class);
        room.in(() -> {
            var accounts = room.house().get(SmsAccounts.class);
            var own = accounts.own();
            own.speakHttp(
                    provider.address(),
                    "POST",
                    "Content-Type: application/json\nAuthorization: Bearer {secret}",
                    "{\"to\":\"{to}\",\"text\":\"{text}\"}",
                    "queued",
                    accounts.sealSecret(SmsProvider.KEY));
            own.sendAs("Desk", "49");
            own.switchTo(true, SmsSettings.Kind.HTTP);
            return own;
        });
        return room;
    }

    private static void limit(MailRoom room, int technician, int company) {
        room.in(() -> {
            room.house().get(InvitationPolicies.class).locked().limit(technician, company);
            return true;
        });
    }

    @OnBothDatabases
    void whatWasBeingHandedOverWhenWeWereKilledIsNotSentAgain(TestDatabase database) throws Exception {
        try (var provider = new SmsProvider();
                var room = room(database, provider)) {
            UUID ticket = room.desk.newTicket("Drucker");
            room.invite(room.session(ticket), Way.SMS, AS_AT_HOME);
            UUID dispatch = fate(room, ticket).id();
            room.in(() -> {
                var dispatches = room.house().get(Dispatches.class);
                dispatches.change(dispatch, sent -> sent.waits("handing-over", sent.changedAt()));
                return dispatches;
            });
            room.delivered();
            assertThat(provider.taken).isEmpty();
            assertThat(fate(room, ticket).state()).isEqualTo(Dispatch.State.FAILED);
            assertThat(fate(room, ticket).reason()).isEqualTo("unknown-fate");
        }
    }

    private static Dispatch fate(MailRoom room, UUID ticket) {
        return room.entries(Dispatch.class, ticket).getLast();
    }
}
