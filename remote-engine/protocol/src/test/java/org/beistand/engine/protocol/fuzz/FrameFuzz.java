package org.beistand.engine.protocol.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.clipboard.HtmlFormatting;
import org.beistand.engine.protocol.clipboard.PngShape;
import org.beistand.engine.protocol.picture.PictureReader;
import org.beistand.engine.protocol.seal.FrameOpener;
import org.beistand.engine.protocol.seal.SealProbe;
import org.beistand.engine.wire.clipboard.ClipboardPiece;

/**
 * {@code beistand fuzz}: mutated frames at the frame parser, at every message and picture decoder, at what reads
 * clipboards, and at the seal. Each is decoded or refused as the contract says; anything else, and any allocation beyond
 * the limits, ends the run with the frame in hexadecimal.
 */
public final class FrameFuzz implements AutoCloseable {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    /** A fresh picture reader's scratch is counted with the first packed frame. */
    private static final long MOST_ALLOCATED = 4L * Limits.PACKED_BYTES + 2L * Limits.FRAME_BYTES;

    private static final int SEALS_EVERY = 16;
    private static final int KEYS_EVERY = 256;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<MessageType, Parser<? extends Message>> parsers = new EnumMap<>(MessageType.class);
    private final SealProbe seal = new SealProbe();
    private final PictureReader pictures = new PictureReader();
    private final int[] screen = new int[WIDTH * HEIGHT];
    private final Mutator mutator;
    private long decoded;
    private long refused;
    private long mostAllocated;

    /** @param seed the same seed gives the same frames */
    FrameFuzz(long seed) throws IOException {
        mutator = new Mutator(Corpus.frames(), seed);
        for (MessageType type : MessageType.values()) {
            type.message().ifPresent(name -> parsers.put(type, parser("org.beistand.engine.wire." + name)));
        }
    }

    private static Parser<? extends Message> parser(String name) {
        try {
            Message prototype = (Message)
                    Class.forName(name).getMethod("getDefaultInstance").invoke(null);
            return ((Message) java.util.Objects.requireNonNull(prototype)).getParserForType();
        } catch (ReflectiveOperationException noSuchMessage) {
            throw new AssertionError(name, noSuchMessage);
        }
    }

    /** {@code frames [seed]}. */
    public static void main(String[] arguments) throws IOException {
        long frames = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        long started = System.nanoTime();
        try (FrameFuzz fuzz = new FrameFuzz(seed)) {
            for (long done = 0; done < frames; done += 100_000) {
                fuzz.run(Math.min(100_000, frames - done));
                if (done % 1_000_000 == 0) {
                    System.out.println(fuzz.summary((System.nanoTime() - started) / 1_000_000_000));
                }
            }
            System.out.println("done: " + fuzz.summary((System.nanoTime() - started) / 1_000_000_000));
        }
    }

    String summary(long seconds) {
        return "%d decoded, %d refused, most allocated for one %d KiB, %d s"
                .formatted(decoded, refused, mostAllocated / 1024, seconds);
    }

    /** @throws AssertionError at the first frame that does more than be decoded or refused */
    void run(long frames) {
        for (long index = 0; index < frames; index++) {
            one(mutator.next());
        }
    }

    long decoded() {
        return decoded;
    }

    long refused() {
        return refused;
    }

    private void one(byte[] bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            decode(bytes);
            decoded++;
        } catch (FrameRefused | InvalidProtocolBufferException expected) {
            refused++;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
            throw new AssertionError("frame " + HexFormat.of().formatHex(bytes), wrong);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        mostAllocated = Math.max(mostAllocated, allocated);
        if (allocated > MOST_ALLOCATED) {
            throw new AssertionError(
                    allocated + " bytes allocated for " + HexFormat.of().formatHex(bytes));
        }
    }

    private void decode(byte[] bytes) throws InvalidProtocolBufferException {
        Frame frame = Frame.parse(ByteBuffer.wrap(bytes), Limits.FRAME_BYTES);
        FrameHeader header = frame.header();
        if (header.has(FrameHeader.SEALED)) {
            seal.mustNotOpen(frame);
        }
        if (header.type() == MessageType.SCREEN_PICTURE) {
            if (header.has(FrameHeader.FULL)) {
                pictures.begin();
            }
            pictures.paint(frame.payload(), WIDTH, HEIGHT, screen);
            return;
        }
        Message message =
                java.util.Objects.requireNonNull(parsers.get(header.type())).parseFrom(frame.payload());
        if (message instanceof ClipboardPiece piece) {
            reads(piece.getBytes());
        }
        further(header, message);
    }

    /** As the last piece of an image, and of HTML: what passes once is plain and passes again. */
    private static void reads(ByteString bytes) {
        Optional<byte[]> plain = PngShape.plain(bytes.toByteArray());
        if (plain.isPresent() && PngShape.plain(plain.get()).isEmpty()) {
            throw new IllegalStateException("an image that passed does not pass again");
        }
        String html = HtmlFormatting.of(bytes.toStringUtf8());
        if (!HtmlFormatting.of(html).equals(html)) {
            throw new IllegalStateException("what was left of HTML is not plain: " + html);
        }
    }

    /** A share of the frames goes on to the seal and the key agreement, which take a thousand times longer. */
    private void further(FrameHeader header, Message message) {
        if (header.channel() == Channel.KEYS) {
            if (decoded % KEYS_EVERY == 0) {
                seal.agree(message);
            }
        } else if (FrameOpener.isSealed(header.channel()) && decoded % SEALS_EVERY == 0) {
            seal.sealsAndNoticesDamage(header.withParticipant(FrameHeader.EVERYBODY), message.toByteArray(), decoded);
        }
    }

    @Override
    public void close() {
        pictures.close();
    }
}
