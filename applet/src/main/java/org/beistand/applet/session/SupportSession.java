package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.capture.GuardedScreen;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.consent.ConsentBook;
import org.beistand.applet.consent.Decided;
import org.beistand.applet.encode.ScreenFeed;
import org.beistand.applet.input.GuardedInput;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.applet.platform.Platform;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.engine.protocol.contract.JournalEntry.Decision;
import org.beistand.engine.protocol.contract.SessionCard;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionManifest;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.ParticipantJoined;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.Role;
import org.beistand.engine.wire.control.Welcome;

/**
 * One support session at the customer's end. It begins with the helpdesk's admission, waits for technicians, lives through
 * broken connections with its chat and its consents, and ends for good: by the customer, by a technician, or because the
 * helpdesk says so. Everything but the customer's clicks happens on one loop; the clicks take effect at once, whatever the
 * loop is doing.
 */
public final class SupportSession implements CustomerActions {

    private static final Logger LOG = Logger.getLogger(SupportSession.class.getName());

    /** A technician whose connection broke has this long to come back before what was allowed is forgotten. */
    private static final Duration AWAITED = Duration.ofMinutes(2);

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final Duration EXPIRY_CHECK = Duration.ofMillis(250);

    private final SessionManifest manifest;
    private final SessionDisplay display;
    private final Runnable whenOver;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session").factory());
    private final Outbound outbound = new Outbound();
    private final Presence presence = new Presence();
    private final SessionJournal journal;
    private final ConsentBook consent;
    private final GuardedInput input;
    private final ScreenFeed screen;
    private final Talk talk;
    private final Inbound inbound;
    private final RelayLink link;
    private SessionView.Phase phase = SessionView.Phase.CONNECTING;
    private Optional<SessionCard> card = Optional.empty();
    private Optional<String> captureProblem = Optional.empty();
    private Optional<String> ending = Optional.empty();
    private boolean feeding;
    private int absences;

    /**
     * @param whenOver called once, when the session has ended and its last words are said
     */
    SupportSession(
            SessionManifest manifest,
            Helpdesk helpdesk,
            HttpClient http,
            AppletHello self,
            Platform platform,
            Clock clock,
            SessionDisplay display,
            Runnable whenOver) {
        this.manifest = manifest;
        this.display = display;
        this.whenOver = whenOver;
        this.journal = new SessionJournal(clock, entries -> helpdesk.journal(manifest.token(), entries));
        this.consent = new ConsentBook(clock, new ConsentChanges());
        this.input = new GuardedInput(platform.inputs(), consent);
        this.screen = new ScreenFeed(new GuardedScreen(platform.screens(), consent), new Pictures());
        this.talk = new Talk(journal, outbound, clock);
        this.inbound = new Inbound(presence, consent, input, screen, talk);
        this.link = new RelayLink(helpdesk, http, manifest.token(), self, clock, loop, outbound, new LinkEvents());
    }

    /** Call once. */
    void start() {
        display.language(Locale.forLanguageTag(manifest.language()));
        loop.scheduleWithFixedDelay(
                consent::expire, EXPIRY_CHECK.toMillis(), EXPIRY_CHECK.toMillis(), TimeUnit.MILLISECONDS);
        onLoop(() -> {
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
    public void say(String text) {
        onLoop(() -> {
            talk.said(card.map(SessionCard::customer).orElse(""), text);
            show();
        });
    }

    @Override
    public void end() {
        stopAtOnce();
        onLoop(() -> finish(Status.ENDED_BY_CUSTOMER, true));
    }

    /** SESSION-FLOW 8: input and picture stop here and now, before anybody is told. */
    private void stopAtOnce() {
        consent.close();
        input.close();
        screen.close();
    }

    // What consent says, on whatever thread changed it.

    private final class ConsentChanges implements ConsentBook.Listener {
        @Override
        public void decided(Decided decided) {
            journal.decided(decided);
            onLoop(() -> {
                outbound.decided(decided);
                if (decided.decision() == Decision.WITHDRAWN) {
                    input.release();
                }
            });
        }

        @Override
        public void changed() {
            onLoop(() -> {
                outbound.permissions(FrameHeader.EVERYBODY, consent.allowed(), consent.waiting());
                feedViewers();
                show();
            });
        }
    }

    /** Starts the picture for everybody when viewing is allowed from now on; stopping needs no help. */
    private void feedViewers() {
        boolean mayView = consent.allows(Permission.VIEW);
        if (mayView && !feeding) {
            captureProblem = Optional.empty();
            presence.here().forEach(this::feed);
        } else if (!mayView) {
            captureProblem = Optional.empty();
            screen.removeAll();
        }
        feeding = mayView;
    }

    private void feed(Technician technician) {
        if (technician.may(Permission.VIEW)) {
            screen.add(technician.participant());
        }
    }

    // What the screen feed gives, on its thread.

    private final class Pictures implements ScreenFeed.Outlet {
        @Override
        public void layout(int participant, ScreenShape shape) {
            outbound.layout(participant, shape);
        }

        @Override
        public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
            outbound.picture(participant, payload, full, last);
        }

        @Override
        public void failed(String reason) {
            journal.captureFailed(reason);
            onLoop(() -> {
                captureProblem = Optional.of(reason);
                outbound.noPicture(FrameHeader.EVERYBODY, reason);
                show();
            });
        }
    }

    // What the relay says, on the loop.

    private final class LinkEvents implements RelayLink.Events {
        @Override
        public void admitted(SessionCard fresh) {
            Duration patience = Duration.ofSeconds(fresh.askSeconds());
            consent.askFor(patience.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : patience);
            card = Optional.of(fresh);
            display.language(Locale.forLanguageTag(fresh.language()));
            show();
        }

        @Override
        public void unreachable() {
            if (phase != SessionView.Phase.OVER) {
                phase = SessionView.Phase.RECONNECTING;
                show();
            }
        }

        @Override
        public void frame(Frame frame) throws InvalidProtocolBufferException {
            switch (frame.header().type()) {
                case WELCOME -> welcome(Welcome.parseFrom(frame.payload()));
                case PARTICIPANT_JOINED ->
                    joined(ParticipantJoined.parseFrom(frame.payload()).getParticipant());
                case PARTICIPANT_LEFT -> left(ParticipantLeft.parseFrom(frame.payload()));
                default -> {
                    if (inbound.accept(frame)) {
                        show();
                    }
                }
            }
        }

        @Override
        public void broken() {
            input.release();
            screen.removeAll();
            presence.connectionLost();
            awaitReturn();
        }

        @Override
        public void over(Status status) {
            stopAtOnce();
            finish(status, false);
        }

        @Override
        public void refused(String key) {
            stopAtOnce();
            ending = Optional.of(key);
            finish(Status.GRANT_REFUSED, false);
        }
    }

    private void welcome(Welcome welcome) {
        LOG.log(Level.INFO, "connected, session {0}", manifest.sessionId());
        phase = SessionView.Phase.WAITING;
        welcome.getParticipantsList().forEach(this::joined);
        show();
    }

    /** SESSION-FLOW 5, seen from here: a technician is there, or there again. */
    private void joined(Participant participant) {
        if (participant.getRole() != Role.ROLE_TECHNICIAN) {
            return;
        }
        Technician technician = Technician.of(participant);
        presence.joined(technician);
        phase = SessionView.Phase.TOGETHER;
        outbound.permissions(technician.participant(), consent.allowed(), consent.waiting());
        talk.catchUp(technician);
        if (consent.allows(Permission.VIEW)) {
            captureProblem.ifPresent(reason -> outbound.noPicture(technician.participant(), reason));
            feed(technician);
        }
        show();
    }

    private void left(ParticipantLeft gone) {
        input.release(); // whoever it was that held a key
        screen.remove(gone.getParticipantId());
        presence.left(gone.getParticipantId(), gone.getForGood());
        if (presence.here().isEmpty()) {
            phase = SessionView.Phase.WAITING;
        }
        if (presence.isDeserted()) {
            consent.lapse();
        } else if (!gone.getForGood()) {
            awaitReturn();
        }
        show();
    }

    private void awaitReturn() {
        int absence = ++absences;
        loop.schedule(
                () -> {
                    if (absence == absences) {
                        presence.stopAwaiting();
                        if (presence.isDeserted()) {
                            consent.lapse();
                        }
                    }
                },
                AWAITED.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    // The end, on the loop.

    private void finish(Status status, boolean tell) {
        if (phase == SessionView.Phase.OVER) {
            return;
        }
        LOG.log(Level.INFO, "session {0} is over: {1}", new Object[] {manifest.sessionId(), status});
        phase = SessionView.Phase.OVER;
        ending = ending.or(() -> Optional.of(status.messageKey()));
        if (tell) {
            outbound.end(status);
        }
        if (status.endsSession()) {
            journal.ended(status);
        }
        link.close();
        show();
        Thread.ofPlatform().name("last-words").start(() -> {
            journal.close(LAST_WORDS);
            loop.shutdown();
            whenOver.run();
        });
    }

    private void show() {
        display.show(new SessionView(
                phase,
                card.map(SessionCard::company).orElse(manifest.company()),
                card,
                manifest.brand(),
                presence.here().stream().map(Technician::name).toList(),
                talk.lines(),
                consent.question().filter(open -> phase != SessionView.Phase.OVER),
                phase == SessionView.Phase.OVER ? List.of() : consent.allowed(),
                captureProblem,
                ending));
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException failed) {
                    LOG.log(Level.SEVERE, "the session went on after a failure", failed);
                }
            });
        } catch (RejectedExecutionException ended) {
            LOG.fine("the session is over, nobody listens any more");
        }
    }
}
