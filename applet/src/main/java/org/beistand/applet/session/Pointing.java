package org.beistand.applet.session;

import com.google.protobuf.ByteString;
import java.util.List;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.cursor.CursorFeed;
import org.beistand.applet.cursor.CursorImage;
import org.beistand.applet.cursor.CursorSource;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.cursor.CursorMoved;
import org.beistand.engine.wire.cursor.CursorShape;

/**
 * The pointer's way to every technician who may see the screen and whose viewer draws it, for as long as the customer
 * allows looking. Used on the loop, save {@link #moved} and {@link #stop}.
 */
final class Pointing implements Shared {

    private static final String FEATURE = "cursor.1";

    private final Consent consent;
    private final Presence presence;
    private final Outbound outbound;
    private final CursorFeed feed;
    private boolean feeding;

    Pointing(List<CursorSource.Provider> cursors, Consent consent, Presence presence, Outbound outbound) {
        this.consent = consent;
        this.presence = presence;
        this.outbound = outbound;
        this.feed = new CursorFeed(cursors, consent, new Wire());
    }

    /** What the feed says, as messages; on the feed's thread. */
    private final class Wire implements CursorFeed.Outlet {

        @Override
        public void shape(int participant, int number, CursorImage image, boolean withPixels) {
            CursorShape.Builder shape = CursorShape.newBuilder()
                    .setId(number)
                    .setWidth(image.width())
                    .setHeight(image.height())
                    .setHotX(image.hotX())
                    .setHotY(image.hotY());
            if (withPixels) {
                shape.setPixels(ByteString.copyFrom(image.pixels().duplicate()));
            }
            outbound.sendTo(participant, MessageType.CURSOR_SHAPE, shape.build());
        }

        @Override
        public void unknownShape(int participant) {
            outbound.sendTo(participant, MessageType.CURSOR_SHAPE, CursorShape.getDefaultInstance());
        }

        @Override
        public void moved(int participant, int x, int y, boolean own) {
            CursorMoved moved =
                    CursorMoved.newBuilder().setX(x).setY(y).setOwn(own).build();
            outbound.sendTo(participant, MessageType.CURSOR_MOVED, moved);
        }
    }

    /** This technician has moved the pointer there. */
    void moved(Technician by, int x, int y) {
        if (consent.allows(Permission.CONTROL)) {
            feed.movedBy(by.participant(), x, y);
        }
    }

    @Override
    public void consentChanged() {
        boolean mayView = consent.allows(Permission.VIEW);
        if (mayView && !feeding) {
            presence.here().forEach(this::agreed);
        } else if (!mayView) {
            feed.removeAll();
        }
        feeding = mayView;
    }

    @Override
    public void agreed(Technician technician) {
        boolean wanted =
                technician.may(Permission.VIEW) && technician.features().contains(FEATURE);
        if (wanted && consent.allows(Permission.VIEW) && outbound.reaches(technician.participant())) {
            feed.add(technician.participant(), consent.allows(Permission.RECORD));
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

    @Override
    public void stop() {
        feed.close();
    }
}
