package org.beistand.engine.protocol.picture;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;

/** Reads the stream of a {@link ZstdPacker} that may be hostile: its window and each piece's size are limited beforehand. */
final class ZstdUnpacker implements AutoCloseable {

    /** Magic number, descriptor, window. */
    private static final int HEADER_BYTES = 6;

    private static final int MAGIC = 0x28B52FFD;

    private final ByteBuffer in = ByteBuffer.allocateDirect(Limits.FRAME_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(Limits.PACKED_BYTES + 1);
    private ZstdDecompressCtx stream = new ZstdDecompressCtx();
    private boolean begun;

    /** The next piece begins a stream. */
    void begin() {
        stream.close();
        stream = new ZstdDecompressCtx();
        begun = false;
    }

    /** @return how many bytes of {@code content} the piece has become */
    int unpack(ByteBuffer packed, byte[] content) {
        if (!packed.hasRemaining()) {
            return 0;
        }
        require(packed.remaining() <= in.capacity(), "a piece longer than a frame");
        if (!begun) {
            requireOurHeader(packed);
            begun = true;
        }
        in.clear().put(packed.duplicate()).flip();
        out.clear();
        try {
            while (in.hasRemaining()) {
                boolean ended = stream.decompressDirectByteBufferStream(out, in);
                require(!ended, "a stream that ends");
                require(out.position() <= Limits.PACKED_BYTES, "more than a payload may become");
            }
        } catch (ZstdException corrupt) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "corrupt zstd stream");
        }
        int length = out.flip().remaining();
        out.get(content, 0, length);
        return length;
    }

    /** RFC 8878, 3.1.1.1: no single segment, no dictionary, no content size, no checksum, a window that we have room for. */
    private static void requireOurHeader(ByteBuffer packed) {
        int start = packed.position();
        require(packed.remaining() >= HEADER_BYTES && packed.getInt(start) == MAGIC, "no zstd stream");
        require(packed.get(start + 4) == 0, "a zstd stream of another kind");
        int exponent = 10 + (packed.get(start + 5) >> 3 & 31);
        boolean largest = exponent == Coder.WINDOW_LOG && (packed.get(start + 5) & 7) == 0;
        require(exponent < Coder.WINDOW_LOG || largest, "a window that is too large");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, otherwise);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
