package org.beistand.engine.protocol.seal;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A frame written, taken apart, sealed and opened. */
@State(Scope.Thread)
public class FrameBenchmark {

    /** A key, a screen's small change, a band of a photograph, most of the largest frame. */
    @Param({"64", "1500", "65536", "1000000"})
    public int payloadBytes = 64;

    private final FrameSealer sealer = new FrameSealer(TrafficKeys.ofRecording(Direction.APPLET, new byte[32]));
    private ByteBuffer payload = ByteBuffer.allocate(0);
    private ByteBuffer message = ByteBuffer.allocate(0);
    private long sequence;

    @Setup
    public void fill() {
        byte[] content = new byte[payloadBytes];
        new SplittableRandom(1).nextBytes(content);
        payload = ByteBuffer.wrap(content);
        message = write();
    }

    @Benchmark
    public ByteBuffer write() {
        return new Frame(header(), payload).toBytes();
    }

    @Benchmark
    public Frame parse() {
        return Frame.parse(message, Limits.FRAME_BYTES);
    }

    @Benchmark
    public ByteBuffer seal() {
        return sealer.seal(header(), payload);
    }

    /** An opener takes each number once: what is opened here is sealed here. */
    @Benchmark
    public Frame sealAndOpen() {
        FrameOpener opener = new FrameOpener(TrafficKeys.ofRecording(Direction.APPLET, new byte[32]));
        return opener.open(Frame.parse(sealer.seal(header(), payload), Limits.FRAME_BYTES));
    }

    private FrameHeader header() {
        sequence++;
        return new FrameHeader(MessageType.SCREEN_PICTURE, 0, 1, 0, sequence, 1);
    }
}
