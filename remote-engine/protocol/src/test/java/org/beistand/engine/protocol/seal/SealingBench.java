package org.beistand.engine.protocol.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.junit.jupiter.api.Test;

/**
 * What sealing costs in Java. Asked for by name: {@code mvn -pl remote-engine/protocol test -Dtest=SealingBench}; prints
 * microseconds, median of the second half of the rounds.
 */
class SealingBench {

    private static final int ROUNDS = 4_000;

    @Test
    void frames() {
        for (int bytes : new int[] {30, 1_000, 64_000, Limits.FRAME_BYTES - FrameHeader.BYTES - Limits.SEAL_BYTES}) {
            byte[] payload = new byte[bytes];
            new SecureRandom().nextBytes(payload);
            FrameSealer sealer =
                    new FrameSealer(new TrafficKeys(Direction.APPLET, new byte[32], Optional.of(new byte[32])));
            FrameOpener opener =
                    new FrameOpener(new TrafficKeys(Direction.APPLET, new byte[32], Optional.of(new byte[32])));
            long[] sealing = new long[ROUNDS];
            long[] opening = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                FrameHeader header = FrameHeader.of(MessageType.SCREEN_PICTURE, round + 1L, 1);
                long start = System.nanoTime();
                ByteBuffer sealed = sealer.seal(header, ByteBuffer.wrap(payload));
                long between = System.nanoTime();
                opener.open(Frame.parse(sealed, Limits.FRAME_BYTES));
                sealing[round] = between - start;
                opening[round] = System.nanoTime() - between;
            }
            System.out.printf("%,9d bytes: seal %7.1f us, open %7.1f us%n", bytes, middle(sealing), middle(opening));
        }
    }

    @Test
    void agreements() {
        SealKeyPair applet = SealKeyPair.generate();
        long[] times = new long[400];
        for (int round = 0; round < times.length; round++) {
            AppletAgreement first = new AppletAgreement(applet, new Pairings(), "s", "t", new byte[32]);
            TechnicianAgreement second =
                    new TechnicianAgreement(SealKeyPair.generate(), new Pairings(), "s", "t", new byte[32]);
            var share = second.share(first.commit());
            long start = System.nanoTime();
            first.grant(share);
            times[round] = System.nanoTime() - start;
        }
        System.out.printf("the applet's half of an agreement: %.1f us%n", middle(times));
    }

    private static double middle(long[] nanos) {
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1_000.0;
    }
}
