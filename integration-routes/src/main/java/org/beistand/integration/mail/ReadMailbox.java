package org.beistand.integration.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.beistand.integration.mail.Mailbox.Mark;
import org.beistand.integration.mail.Mailbox.Read;
import org.beistand.integration.mail.Mailbox.Taker;

/**
 * Route {@code read-mailbox}: gives what is new in a folder to a taker, in order. "New" is decided by UIDVALIDITY and UID
 * and not by the flag for "seen", which every mail program in the house sets. A folder never read before starts with
 * what comes from now on: connecting an old mailbox must not open ten thousand tickets.
 */
final class ReadMailbox extends RouteBuilder {

    /** Larger than what providers let through; read whole, so it bounds the memory of one reading. */
    static final int LARGEST = 35 * 1024 * 1024;

    private static final String DOOR = "direct:read-mailbox";
    private static final int MOST_AT_ONCE = 100;
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final MailSessions sessions;
    private final Clock clock;

    ReadMailbox(MailSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    private record Job(Mailbox mailbox, Mark since, Taker taker) {}

    @Override
    public void configure() {
        from(DOOR)
                .errorHandler(noErrorHandler())
                .routeId("read-mailbox")
                .process(exchange ->
                        exchange.getMessage().setBody(read(exchange.getMessage().getMandatoryBody(Job.class))));
    }

    Read read(ProducerTemplate template, Mailbox mailbox, Mark since, Taker taker) {
        var done = template.request(DOOR, exchange -> exchange.getMessage().setBody(new Job(mailbox, since, taker)));
        return switch (done.getException()) {
            case null -> done.getMessage().getBody(Read.class);
            case TakerFailed failed -> throw failed.thrown();
            case Exception broken -> {
                if (MailTrouble.isLogin(broken)) {
                    sessions.refused(mailbox.server());
                }
                yield new Read.Failed(MailTrouble.reason(broken));
            }
        };
    }

    /** What a taker threw is not the mailbox's failure. */
    private static final class TakerFailed extends Exception {
        private final RuntimeException thrown;

        TakerFailed(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }

    /** @return why the folder cannot be read, or empty */
    String tryOut(Mailbox mailbox) {
        try {
            var ready = sessions.imap(mailbox.server());
            try (Store store = connected(ready, mailbox)) {
                Folder folder = store.getFolder(mailbox.folder());
                folder.open(Folder.READ_ONLY);
                folder.close(false);
            }
            return "";
        } catch (Exception failed) {
            sessions.refused(mailbox.server());
            return MailTrouble.reason(failed);
        }
    }

    private static Store connected(MailSessions.Ready ready, Mailbox mailbox) throws MessagingException {
        Store store = ready.session().getStore(ready.protocol());
        store.connect(mailbox.server().host(), mailbox.server().port(), ready.user(), ready.password());
        return store;
    }

    private Read read(Job job) throws Exception {
        var ready = sessions.imap(job.mailbox().server());
        try (Store store = connected(ready, job.mailbox())) {
            Folder folder = store.getFolder(job.mailbox().folder());
            folder.open(Folder.READ_WRITE);
            try {
                return read(ready.session(), folder, (UIDFolder) folder, job);
            } finally {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            }
        }
    }

    private Read read(Session session, Folder folder, UIDFolder uids, Job job) throws Exception {
        long validity = uids.getUIDValidity();
        Mark since = job.since();
        if (since.validity() == 0) {
            return new Read.Complete(new Mark(validity, lastUid(folder, uids), clock.instant()), false);
        }
        List<Message> fresh = fresh(folder, uids, since, validity);
        Mark mark = since.validity() == validity ? since : new Mark(validity, 0, since.at());
        for (Message message : fresh.subList(0, Math.min(fresh.size(), MOST_AT_ONCE))) {
            long uid = uids.getUID(message);
            mark = new Mark(validity, Math.max(uid, mark.last()), clock.instant());
            var flags = new Flags(Flags.Flag.SEEN);
            if (!isTaken(session, (MimeMessage) message, mark, job.taker())) {
                flags.add(Flags.Flag.FLAGGED);
            }
            message.setFlags(flags, true);
        }
        return new Read.Complete(mark, fresh.size() > MOST_AT_ONCE);
    }

    /** One message that cannot be had is the taker's business; a connection that broke is not. */
    private static boolean isTaken(Session session, MimeMessage message, Mark mark, Taker taker) throws Exception {
        IncomingMail mail;
        try {
            mail = whole(session, message);
        } catch (MessagingException | IOException | RuntimeException notGiven) {
            boolean connected = message.getFolder().isOpen();
            if (connected && answer(() -> taker.leavesOut(mark, MailTrouble.reason(notGiven)))) {
                return false;
            }
            throw notGiven;
        }
        return answer(() -> taker.take(mail, mark));
    }

    private static boolean answer(BooleanSupplier taker) throws TakerFailed {
        try {
            return taker.getAsBoolean();
        } catch (RuntimeException failed) {
            throw new TakerFailed(failed);
        }
    }

    private static List<Message> fresh(Folder folder, UIDFolder uids, Mark since, long validity)
            throws MessagingException {
        boolean same = since.validity() == validity;
        Message[] found = same
                ? uids.getMessagesByUID(since.last() + 1, UIDFolder.LASTUID)
                : folder.search(new ReceivedDateTerm(
                        ComparisonTerm.GE, Date.from(since.at().minus(OVERLAP))));
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(found, profile);
        List<Message> fresh = new ArrayList<>();
        for (Message message : found) {
            // "From 8 on" gives the last one even if that is 7: so the protocol says.
            if (message != null && (!same || uids.getUID(message) > since.last())) {
                fresh.add(message);
            }
        }
        return fresh;
    }

    private static long lastUid(Folder folder, UIDFolder uids) throws MessagingException {
        long next = uids.getUIDNext();
        if (next > 0) {
            return next - 1;
        }
        int count = folder.getMessageCount();
        return count == 0 ? 0 : uids.getUID(folder.getMessage(count));
    }

    /** Of a message that is too large the beginning: its head and most likely what somebody wrote. */
    private static IncomingMail whole(Session session, MimeMessage message) throws MessagingException, IOException {
        int announced = message.getSize();
        int most = announced > LARGEST ? MailReader.BEGINNING : LARGEST;
        var bytes = new BoundedBytes(most, Math.min(announced, most));
        try {
            message.writeTo(bytes);
        } catch (BoundedBytes.Full larger) {
            return MailReader.readBeginning(session, bytes.toByteArray());
        }
        byte[] all = bytes.toByteArray();
        if (all.length == 0) {
            // What the library makes of a server's refusal.
            throw new MessagingException("the server gave nothing of the message");
        }
        return MailReader.read(session, all);
    }
}
