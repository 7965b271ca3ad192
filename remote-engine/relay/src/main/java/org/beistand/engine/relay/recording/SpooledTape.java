package org.beistand.engine.relay.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.beistand.engine.protocol.contract.RecordingTape;

/**
 * A tape on this relay's disk.
 *
 * @param announcement what the helpdesk is to know of it
 * @param file the tape
 * @param bytes that it has now
 * @param isWhole nothing is appended any more
 */
public record SpooledTape(RecordingTape announcement, Path file, long bytes, boolean isWhole) {

    /**
     * A part of it.
     *
     * @param offset where it begins
     * @param most bytes at most; fewer at the tape's end
     */
    public byte[] read(long offset, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer part = ByteBuffer.allocate((int) Math.clamp(bytes - offset, 0, most));
            while (part.hasRemaining()) {
                if (channel.read(part, offset + part.position()) < 0) {
                    throw new IOException("the tape became shorter");
                }
            }
            return part.array();
        }
    }
}
