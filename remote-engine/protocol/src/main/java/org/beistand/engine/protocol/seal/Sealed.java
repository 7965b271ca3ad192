package org.beistand.engine.protocol.seal;

/**
 * What an agreement gives to one end.
 *
 * @param sealer for the frames to the other end
 * @param opener for the frames from there
 * @param words what both ends are to show
 */
public record Sealed(FrameSealer sealer, FrameOpener opener, SecurityWords words) {

    /** What both ends announce in Hello. */
    public static final String FEATURE = "seal.2";

    static Sealed of(Direction own, Direction other, Hpke context, byte[] wordsPairing) {
        return new Sealed(
                new FrameSealer(TrafficKeys.of(own, context)),
                new FrameOpener(TrafficKeys.of(other, context)),
                SecurityWords.of(wordsPairing));
    }
}
