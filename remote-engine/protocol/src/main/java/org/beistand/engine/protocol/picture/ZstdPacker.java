package org.beistand.engine.protocol.picture;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.util.Native;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One zstd stream that never ends, flushed after every piece. What a piece says and one of the last megabytes has said
 * already costs a few bytes: it works as the memory of what the viewer has seen.
 */
final class ZstdPacker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ZstdPacker.class.getName());

    /** Level 4 costs half as much time again for a tenth of the bytes; docs/benchmarks/picture.md. */
    private static final int LEVEL = 3;

    /** Block headers and what incompressible bytes cost more than themselves. */
    private static final int OVERHEAD_BYTES = 1 << 10;

    private static final boolean AVAILABLE = load();

    private final ByteBuffer in;
    private final ByteBuffer out;
    private ZstdCompressCtx stream = fresh();

    /** @param mostBytes of one piece */
    ZstdPacker(int mostBytes) {
        in = ByteBuffer.allocateDirect(mostBytes);
        out = ByteBuffer.allocateDirect(mostBytes + OVERHEAD_BYTES);
    }

    /** Whether this machine has the native library: the archive brings it for the usual platforms. */
    static boolean isAvailable() {
        return AVAILABLE;
    }

    private static boolean load() {
        try {
            Native.load();
            return true;
        } catch (LinkageError | RuntimeException missing) {
            LOG.log(Level.INFO, "no zstd here, pictures are deflated instead", missing);
            return false;
        }
    }

    private static ZstdCompressCtx fresh() {
        return new ZstdCompressCtx()
                .setLevel(LEVEL)
                .setWindowLog(Coder.WINDOW_LOG)
                .setContentSize(false)
                .setChecksum(false)
                .setDictID(false);
    }

    /** The next piece begins a stream. */
    void begin() {
        stream.close();
        stream = fresh();
    }

    /** @return the packed piece, valid until the next call */
    ByteBuffer pack(byte[] content, int length) {
        in.clear().put(content, 0, length).flip();
        out.clear();
        if (!stream.compressDirectByteBufferStream(out, in, EndDirective.FLUSH)) {
            throw new IllegalStateException(length + " bytes became more than " + out.capacity());
        }
        return out.flip();
    }

    @Override
    public void close() {
        stream.close();
    }
}
