package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.ConsentBook;
import org.beistand.applet.consent.Decided;
import org.beistand.applet.files.DownloadFolder;
import org.beistand.applet.input.GuardedInput;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.applet.platform.Platform;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletAdmission;
import org.beistand.engine.protocol.contract.SessionCard;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionManifest;
import org.beistand.engine.wire.control.ParticipantJoined;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.Welcome;

/**
 * One support session at the customer's end. It begins with the helpdesk's admission, waits for technicians, lives through
 * broken connections with its chat and its consents, and ends for good: by the customer, by a technician, or because the
 * helpdesk says so. Everything but the customer's clicks happens on one loop; the clicks take effect at once, whatever the
 * loop is doing.
 */
public final class SupportSession implements CustomerActions {

    private static final Logger LOG = Logger.getLogger(SupportSession.class.getName());

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final Duration LAST_FILES = Duration.ofSeconds(1);
    private static final Duration EXPIRY_CHECK = Duration.ofMillis(250);

    private final SessionManifest manifest;
    private final Runnable whenOver;
    private final SessionLoop loop = new SessionLoop();
    private final Outbound outbound = new Outbound();
    private final Presence presence = new Presence();
    private final SessionJournal journal;
    private final ConsentBook consent;
    private final Cooperation together;
    private final GuardedInput input;
    private final Sharing sharing;
    private final Talk talk;
    private final Inbound inbound;
    private final Seals seals;
    private final Recording recording;
    private final RelayLink link;
    private final Stage stage;
    private final Comings comings;

    /**
     * @param whenOver called once, when the session has ended and its last words are said
     */
    SupportSession(
            SessionManifest manifest,
            Helpdesk helpdesk,
            WayIn wayIn,
            Platform platform,
            Clock clock,
            SessionDisplay display,
            Runnable whenOver) {
        this.manifest = manifest;
        this.stage = new Stage(manifest, display);
        this.whenOver = whenOver;
        this.journal = new SessionJournal(clock, entries -> helpdesk.journal(manifest.token(), entries));
        this.consent = new ConsentBook(clock, new ConsentChanges());
        Confirmations confirmations = new Confirmations(presence, outbound, loop);
        this.together = new Cooperation(presence, outbound, journal);
        this.input = new GuardedInput(platform.inputs(), consent, together.steering(), display, confirmations);
        together.connect(input);
        DownloadFolder downloads = new DownloadFolder(platform.downloads(), clock);
        this.sharing =
                Sharing.of(platform, downloads, consent, presence, together, outbound, journal, loop, this::show);
        this.talk = new Talk(journal, outbound, clock);
        this.inbound = new Inbound(presence, consent, together, input, sharing, talk);
        Absence absence = new Absence(loop, presence, consent);
        String id = manifest.sessionId().toString();
        this.recording = new Recording(id, consent, outbound);
        this.comings = new Comings(
                presence, together, outbound, consent, input, sharing, talk, absence, recording, stage, id, this::show);
        this.seals = comings.seals();
        this.link = new RelayLink(helpdesk, manifest.token(), wayIn, loop, outbound, seals, new LinkEvents());
    }

    /** Call once. */
    void start() {
        stage.open();
        loop.every(EXPIRY_CHECK, consent::expire);
        loop.run(() -> {
            show();
            link.start();
        });
    }

    // What the customer does, on the window's thread.

    @Override
    public void decide(String requestId, boolean allow) {
        consent.decide(requestId, allow);
    }

    @Override
    public void withdraw(Permission permission) {
        consent.withdraw(permission);
        input.release();
    }

    @Override
    public void remove(String subject) {
        together.sendAway(subject);
        loop.run(() -> comings.sentAway(subject));
    }

    @Override
    public void say(String text) {
        loop.run(() -> {
            talk.said(stage.customer(), text);
            show();
        });
    }

    @Override
    public void give(List<Path> files) {
        sharing.filing().give(files);
    }

    @Override
    public void stopFile(UUID id) {
        sharing.filing().stop(id);
    }

    @Override
    public void end() {
        stopAtOnce();
        loop.run(() -> finish(Status.ENDED_BY_CUSTOMER, true));
    }

    /** SESSION-FLOW 8: input and picture stop here and now, before anybody is told. */
    private void stopAtOnce() {
        consent.close();
        input.close();
        sharing.stop();
    }

    // What consent says, on whatever thread changed it.

    private final class ConsentChanges implements ConsentBook.Listener {
        @Override
        public void decided(Decided decided) {
            if (decided.permission() == Permission.RECORD && decided.isOver()) {
                recording.stopped();
            }
            journal.decided(decided);
            loop.run(() -> {
                together.decided(decided);
                outbound.decided(decided);
                if (decided.isOver()) {
                    input.release();
                }
            });
        }

        @Override
        public void repeated(Decided standing) {
            loop.run(() -> outbound.decided(standing));
        }

        @Override
        public void changed() {
            loop.run(() -> {
                if (recording.isOutOfDate()) {
                    link.renew(); // first: nothing more goes with the keys that were handed over
                }
                boolean controlled = consent.allows(Permission.CONTROL);
                together.consentChanged(controlled);
                if (controlled) {
                    input.prepare();
                }
                outbound.permissions(FrameHeader.EVERYBODY, consent.allowed(), consent.waiting());
                sharing.consentChanged();
                show();
            });
        }
    }

    // What the relay says, on the loop.

    private final class LinkEvents implements RelayLink.Events {
        @Override
        public void admitted(AppletAdmission admission) {
            SessionCard fresh = admission.session();
            recording.under(Optional.ofNullable(admission.recording()));
            Duration patience = Duration.ofSeconds(fresh.askSeconds());
            consent.askFor(patience.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : patience);
            stage.introduce(fresh);
            show();
        }

        @Override
        public void unreachable() {
            if (!stage.isOver()) {
                stage.move(SessionView.Phase.RECONNECTING);
                show();
            }
        }

        @Override
        public void frame(Frame frame) throws InvalidProtocolBufferException {
            switch (frame.header().type()) {
                case WELCOME -> welcome(Welcome.parseFrom(frame.payload()));
                case PARTICIPANT_JOINED ->
                    comings.joined(ParticipantJoined.parseFrom(frame.payload()).getParticipant());
                case RECORDING_FAILED -> recording.failed();
                case PARTICIPANT_LEFT -> comings.left(ParticipantLeft.parseFrom(frame.payload()));
                default -> {
                    if (inbound.accept(frame)) {
                        show();
                    }
                }
            }
        }

        @Override
        public void broken() {
            comings.connectionLost();
        }

        @Override
        public void over(Status status) {
            stopAtOnce();
            finish(status, false);
        }

        @Override
        public void refused(String key) {
            stopAtOnce();
            stage.becauseOf(key);
            finish(Status.GRANT_REFUSED, false);
        }
    }

    private void welcome(Welcome welcome) {
        LOG.log(Level.INFO, "connected, session {0}", manifest.sessionId());
        stage.move(SessionView.Phase.WAITING);
        recording.begins(welcome.getRecords());
        welcome.getParticipantsList().forEach(comings::joined);
        show();
    }

    /** The end, on the loop. */
    private void finish(Status status, boolean tell) {
        if (stage.isOver()) {
            return;
        }
        LOG.log(Level.INFO, "session {0} is over: {1}", new Object[] {manifest.sessionId(), status});
        stage.move(SessionView.Phase.OVER);
        stage.becauseOf(status.messageKey());
        if (tell) {
            outbound.end(status);
        }
        link.close();
        show();
        Thread.ofPlatform().name("last-words").start(() -> {
            lastFiles();
            if (status.endsSession()) {
                journal.ended(status);
            }
            journal.close(LAST_WORDS);
            loop.close();
            whenOver.run();
        });
    }

    /** A file that was whole in the last moment belongs into the journal, and before its end. */
    private void lastFiles() {
        try {
            sharing.filing().awaitEnd(LAST_FILES);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        stage.show(presence, together, seals, talk, consent, sharing);
    }
}
