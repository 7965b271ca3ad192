package org.beistand.engine.protocol.seal;

import java.util.Arrays;
import java.util.Optional;

/**
 * The keys of both ends' frames on one connection that a recording of it has (docs/protocol.md, "Recording"). They
 * leave this room sealed only: for the one key that a company plays its recordings with.
 */
public final class FrameKeys {

    /** What the relay is given. @param encapsulation 32 bytes @param keys 80 bytes */
    public record ForCompany(byte[] encapsulation, byte[] keys) {}

    /** What plays a recording: each end's frames. */
    public record Openers(FrameOpener applet, FrameOpener technician) {}

    private static final byte[] NOTHING = {};

    private final byte[] applet;
    private final byte[] technician;

    FrameKeys(byte[] applet, byte[] technician) {
        this.applet = applet.clone();
        this.technician = technician.clone();
    }

    static FrameKeys of(Hpke context) {
        return new FrameKeys(
                TrafficKeys.recorded(Direction.APPLET, context), TrafficKeys.recorded(Direction.TECHNICIAN, context));
    }

    /**
     * Sealed so that only this company can open them, and only as this session's and this technician's.
     *
     * @param companyKey 32 bytes of X25519
     * @param sessionId as in the grants
     * @param subject of the technician, as in the technician's grant
     * @throws KeysRefused for a company's key that is none
     */
    public ForCompany seal(byte[] companyKey, String sessionId, String subject) {
        return seal(companyKey, sessionId, subject, SealKeyPair.generate());
    }

    ForCompany seal(byte[] companyKey, String sessionId, String subject, SealKeyPair ephemeral) {
        Hpke.Sent sent = Hpke.sender(
                Hpke.Aead.AES_256_GCM,
                ephemeral,
                companyKey,
                Transcript.recording(sessionId, subject),
                Optional.empty());
        byte[] both = Hkdf.join(applet, technician);
        return new ForCompany(sent.encapsulation(), sent.context().seal(NOTHING, both));
    }

    /**
     * What the company opens with its secret key, as the browser does in {@code core/recording}.
     *
     * @throws KeysRefused when they were sealed for somebody or something else
     */
    public static Openers open(SealKeyPair company, String sessionId, String subject, ForCompany sealed) {
        Hpke context = Hpke.receiver(
                Hpke.Aead.AES_256_GCM,
                sealed.encapsulation(),
                company,
                Transcript.recording(sessionId, subject),
                Optional.empty());
        byte[] both = context.open(NOTHING, sealed.keys());
        if (both.length != 2 * TrafficKeys.BYTES) {
            throw new KeysRefused("keys of " + both.length + " bytes");
        }
        return new Openers(
                opener(Direction.APPLET, Arrays.copyOfRange(both, 0, TrafficKeys.BYTES)),
                opener(Direction.TECHNICIAN, Arrays.copyOfRange(both, TrafficKeys.BYTES, both.length)));
    }

    private static FrameOpener opener(Direction direction, byte[] key) {
        return new FrameOpener(TrafficKeys.ofRecording(direction, key));
    }

    /** Never prints a key. */
    @Override
    public String toString() {
        return "frame keys";
    }
}
