package org.beistand.engine.protocol.seal;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.wire.keys.KeyCommit;
import org.beistand.engine.wire.keys.KeyGrant;
import org.beistand.engine.wire.keys.KeyShare;

/** Hostile input at the seal, for those who test other rooms and cannot make keys. Whatever is wrong is thrown. */
public final class SealProbe {

    private static final byte[] KEY = new byte[32];
    private static final int MOST_BYTES = Limits.FRAME_BYTES + Limits.SEAL_BYTES;

    private final SealKeyPair own = SealKeyPair.generate();
    private final SecureRandom random = new SecureRandom();

    /** @throws FrameRefused always, unless something nobody sealed opens */
    public void mustNotOpen(Frame frame) {
        new FrameOpener(new TrafficKeys(Direction.APPLET, KEY, Optional.of(KEY))).open(frame);
        throw new IllegalStateException("opened what nobody sealed");
    }

    /** Opens again as it was; with one changed byte, whose place {@code at} says, it is refused. */
    public void sealsAndNoticesDamage(FrameHeader header, byte[] payload, long at) {
        ByteBuffer sealed = new FrameSealer(new TrafficKeys(Direction.APPLET, KEY, Optional.of(KEY)))
                .seal(header, ByteBuffer.wrap(payload));
        byte[] damaged = Arrays.copyOf(sealed.array(), sealed.remaining());
        Frame opened = new FrameOpener(new TrafficKeys(Direction.APPLET, KEY, Optional.of(KEY)))
                .open(Frame.parse(sealed, MOST_BYTES));
        if (!opened.payload().equals(ByteBuffer.wrap(payload))) {
            throw new IllegalStateException("another payload than the one sealed");
        }
        damaged[FrameHeader.BYTES + (int) (at % (damaged.length - FrameHeader.BYTES))] ^= 1;
        try {
            mustNotOpen(Frame.parse(ByteBuffer.wrap(damaged), MOST_BYTES));
        } catch (FrameRefused expected) {
            return;
        }
    }

    /** Gives a message of the key agreement to the end that it is for; a refusal is as good as an answer. */
    public void agree(Message message) {
        try {
            switch (message) {
                case KeyShare share -> applet().grant(share);
                case KeyGrant grant -> {
                    TechnicianAgreement technician = technician();
                    technician.share(KeyCommit.newBuilder()
                            .setCommitment(ByteString.copyFrom(Transcript.commitment(
                                    "session",
                                    grant.getPublicKey().toByteArray(),
                                    grant.getNonce().toByteArray())))
                            .build());
                    technician.done(grant);
                }
                case KeyCommit commit -> technician().share(commit);
                default -> applet().commit();
            }
        } catch (KeysRefused refused) {
            if (refused.detail().isEmpty()) {
                throw new IllegalStateException("refused without a reason", refused);
            }
        }
    }

    private AppletAgreement applet() {
        return new AppletAgreement(own, new Pairings(), "session", "subject", random);
    }

    private TechnicianAgreement technician() {
        return new TechnicianAgreement(own, new Pairings(), "session", "subject", random);
    }
}
