package org.beistand.helpdesk.mail.boundary;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.invitation.boundary.Inviting;
import org.beistand.helpdesk.invitation.control.InvitationWays;
import org.beistand.helpdesk.mail.control.MailAccounts;
import org.beistand.helpdesk.mail.control.Mailboxes;
import org.beistand.helpdesk.mail.entity.MailAccess.LoginKind;
import org.beistand.helpdesk.mail.entity.MailAccess.Security;
import org.beistand.helpdesk.outbox.boundary.Desk;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.boundary.OpenedSession;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.session.control.PinGuard;
import org.beistand.helpdesk.session.control.PinHashes;
import org.beistand.helpdesk.session.control.PinMint;
import org.beistand.helpdesk.session.control.ProofOfWork;
import org.beistand.helpdesk.session.control.WrongPinTable;
import org.beistand.helpdesk.sms.boundary.SmsWay;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.House;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TimelineEntry;
import org.beistand.integration.Integrations;
import org.beistand.integration.Reach;

/** A company with a mail server of its own: the application's beans over a real database, GreenMail over real sockets. */
final class MailRoom implements AutoCloseable {

    static final String SUPPORT = "support@desk.example.com";
    static final String ANNA = "anna@example.com";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "mailbox-password";

    final GreenMail server;
    final Desk desk;
    final UUID company;
    final Caller maria;
    private final Integrations routes;

    MailRoom(TestDatabase database, Path data) {
        this(database, data, MailDestination.class);
    }

    /** @param served where events go in this test */
    MailRoom(TestDatabase database, Path data, Class<? extends OutboxDestination> served) {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort()
        });
        server.start();
        server.setUser(SUPPORT, SUPPORT, PASSWORD);
        server.setUser(ANNA, ANNA, PASSWORD);
        company = database.newCompany();
        desk = new Desk(database, data, company, Duration.ofSeconds(30));
        routes = Integrations.start(new Integrations.Settings(
                data,
                Clock.systemUTC(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Reach.usualAnd(List.of("127.0.0.1/32"))));
        pinTools();
        house().and(RunningRoutes.class, new RunningRoutes() {
            @Override
            public Integrations get() {
                return routes;
            }
        });
        house().and(
                        InvitationWays.class,
                        new InvitationWays(List.of(house().get(MailWay.class), house().get(SmsWay.class))));
        desk.open(house().get(served));
        maria = in(() -> {
            var account =
                    new Account("maria", "-", Role.TECHNICIAN, Clock.systemUTC().instant());
            house().get(Accounts.class).add(account);
            var technician = new Technician(account.id(), "Maria Lindner", "Service Desk", "maria@desk.example.com");
            house().get(Technicians.class).add(technician);
            return new Caller(
                    technician.id(),
                    company,
                    "Maria Lindner",
                    Role.TECHNICIAN,
                    Role.TECHNICIAN.scopes(),
                    "",
                    Caller.Way.API_TOKEN,
                    "");
        });
        setUp(server.getSmtp().getPort());
    }

    private void pinTools() {
        var hashes = new PinHashes(new byte[32]);
        var random = new SecureRandom();
        house().and(PinHashes.class, hashes);
        house().and(PinMint.class, new PinMint(random));
        house().and(
                        PinGuard.class,
                        new PinGuard(
                                house().get(WrongPinTable.class), new ProofOfWork(hashes, random), Clock.systemUTC()));
    }

    /** The company sends over that port, as an administrator would have typed it in. */
    void setUp(int smtpPort) {
        in(() -> {
            var accounts = house().get(MailAccounts.class);
            var own = accounts.ownOutgoing();
            own.access().reach("127.0.0.1", smtpPort, Security.NONE);
            own.access().signInByPassword(LoginKind.PASSWORD, SUPPORT, accounts.sealPassword(PASSWORD));
            own.sendAs(SUPPORT, "Support Center");
            own.switchTo(true);
            return own;
        });
    }

    /** The company reads its mailbox from now on. */
    void readMailbox() {
        readMailbox(server.getImap().getPort());
    }

    /** The same through a door of the test's own. */
    void readMailbox(int port) {
        in(() -> {
            var accounts = house().get(MailAccounts.class);
            var own = house().get(Mailboxes.class).own();
            own.access().reach("127.0.0.1", port, Security.NONE);
            own.access().signInByPassword(LoginKind.PASSWORD, SUPPORT, accounts.sealPassword(PASSWORD));
            own.read("INBOX", java.util.Optional.empty(), 0);
            own.switchTo(true);
            return own;
        });
        poll();
    }

    void poll() {
        CurrentCompany.run(company, house().get(MailboxPolls.class)::pollIfDue);
    }

    /** That lies in the mailbox, and is looked into. */
    void arrives(String raw) {
        byte[] bytes = raw.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            inbox().store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        poll();
    }

    /** How each message in the mailbox is marked. */
    List<Flags> flags() {
        return inbox().getMessages().stream().map(StoredMessage::getFlags).toList();
    }

    private MailFolder inbox() {
        var user = server.getUserManager().getUserByEmail(SUPPORT);
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException none) {
            throw new IllegalStateException(none);
        }
    }

    /** Every ticket of the company, oldest first. */
    List<Ticket> tickets() {
        return in(() -> house().get(EntityManager.class)
                .createQuery("from Ticket order by number", Ticket.class)
                .getResultList());
    }

    House house() {
        return desk.house();
    }

    <T> T in(Supplier<T> work) {
        return house().in(company, work);
    }

    OpenedSession session(UUID ticket) {
        return in(() -> house().get(SupportSessions.class).request(maria, ticket));
    }

    UUID invite(OpenedSession session) {
        return invite(session, Dispatch.Way.MAIL, "");
    }

    UUID invite(OpenedSession session, Dispatch.Way way, String recipient) {
        return in(() -> house().get(Inviting.class)
                .invite(
                        maria,
                        new Inviting.Wish(
                                session.id(), way, recipient, session.pin().grouped(), "https://desk.example.com")));
    }

    void delivered() {
        Eventually.is("everything sent", SOON, () -> {
            desk.nudge();
            return desk.waiting() == 0;
        });
    }

    /** What we sent, as it arrived. */
    List<MimeMessage> received() {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> idOf(mail).startsWith("<beistand."))
                .toList();
    }

    private static String idOf(MimeMessage mail) {
        try {
            return String.valueOf(mail.getMessageID());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    <E extends TimelineEntry> List<E> entries(Class<E> kind, UUID ticket) {
        return in(() -> house().get(TicketTimeline.class).of(kind, ticket));
    }

    /** A ticket whose requester speaks that language. */
    Customer customer(String name, String email, Locale language) {
        return in(() -> {
            var fresh = new Customer(name, email, language, Clock.systemUTC().instant());
            house().get(org.beistand.helpdesk.customer.control.Customers.class).add(fresh);
            return fresh;
        });
    }

    @Override
    public void close() {
        try {
            desk.stop(SOON);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            routes.close();
            server.stop();
        }
    }
}
