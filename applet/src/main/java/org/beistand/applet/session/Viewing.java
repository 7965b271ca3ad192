package org.beistand.applet.session;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.beistand.applet.capture.GuardedScreen;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.encode.ScreenFeed;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.applet.platform.Platform;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.grant.Permission;

/**
 * The picture's way to every technician who may see it, for as long as the customer allows it. Used on the loop, save
 * {@link #stop}.
 */
final class Viewing implements Shared {

    private final Consent consent;
    private final Presence presence;
    private final Outbound outbound;
    private final ScreenFeed feed;
    private Optional<String> problem = Optional.empty();
    private boolean feeding;

    /** @param onProblem called on the loop when no picture can be had */
    Viewing(
            Platform platform,
            Consent consent,
            Presence presence,
            Outbound outbound,
            SessionJournal journal,
            SessionLoop loop,
            Runnable onProblem) {
        this.consent = consent;
        this.presence = presence;
        this.outbound = outbound;
        GuardedScreen screen = new GuardedScreen(platform.screens(), consent);
        this.feed = new ScreenFeed(screen, platform.lossy(), new ScreenFeed.Outlet() {
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
                loop.run(() -> {
                    problem = Optional.of(reason);
                    outbound.noPicture(FrameHeader.EVERYBODY, reason);
                    onProblem.run();
                });
            }
        });
    }

    /** Where technicians say what they have seen. */
    ScreenFeed feed() {
        return feed;
    }

    /** Message key of why no picture can be had. */
    Optional<String> problem() {
        return problem;
    }

    /** Starts the picture for everybody when viewing is allowed from now on; stopping needs no help. */
    @Override
    public void consentChanged() {
        boolean mayView = consent.allows(Permission.VIEW);
        if (mayView && !feeding) {
            problem = Optional.empty();
            presence.here().forEach(this::show);
        } else if (!mayView) {
            problem = Optional.empty();
            feed.removeAll();
        }
        feeding = mayView;
    }

    /** A technician is here and agrees on keys just now: the first look is taken meanwhile, if it is allowed. */
    void expect(Technician technician) {
        if (consent.allows(Permission.VIEW) && technician.may(Permission.VIEW)) {
            feed.expect(technician.participant(), technician.features());
        }
    }

    /** Keys with this technician are agreed on. */
    @Override
    public void agreed(Technician technician) {
        if (consent.allows(Permission.VIEW)) {
            problem.ifPresent(reason -> outbound.noPicture(technician.participant(), reason));
            show(technician);
        }
    }

    private void show(Technician technician) {
        if (technician.may(Permission.VIEW) && outbound.reaches(technician.participant())) {
            feed.add(technician.participant(), technician.features());
        }
    }

    @Override
    public void left(int participant) {
        feed.remove(participant);
    }

    @Override
    public void connectionLost() {
        feed.removeAll();
    }

    /** For good; from any thread, takes effect before it returns. */
    @Override
    public void stop() {
        feed.close();
    }
}
