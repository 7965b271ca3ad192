package org.beistand.engine.protocol.fuzz;

import com.google.protobuf.ByteString;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.clipboard.ClipboardPiece;

/** Honest frames to begin with: every golden message, picture and clipboard of the wire, in a frame of its type. */
final class Corpus {

    private static final Path VECTORS = Path.of(System.getProperty("fuzz.vectors", "src/vectors/1"));
    private static final Pattern MESSAGE =
            Pattern.compile("\"message\":\"beistand\\.wire\\.([a-z.A-Z]+)\".*\"hex\":\"([0-9a-f]*)\"");
    private static final Pattern PICTURE = Pattern.compile("\"picture\":.*\"hex\":\"([0-9a-f]+)\"");

    private static final Pattern HTML = Pattern.compile("\"html\": \"(.*)\", \"kept\"");

    private Corpus() {}

    /** Whole frames. */
    static List<byte[]> frames() throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (String line : Files.readAllLines(VECTORS.resolve("messages.json"))) {
            Matcher matcher = MESSAGE.matcher(line);
            if (matcher.find()) {
                for (MessageType type : MessageType.values()) {
                    if (type.message().filter(matcher.group(1)::equals).isPresent()) {
                        frames.add(frame(type, 0, matcher.group(2)));
                    }
                }
            }
        }
        for (String file : List.of(
                "pictures.json",
                "pictures-packed.json",
                "pictures-photo.json",
                "pictures-half-photo.json",
                "pictures-video.json")) {
            for (String line : Files.readAllLines(VECTORS.resolve(file))) {
                Matcher matcher = PICTURE.matcher(line);
                if (matcher.find()) {
                    frames.add(
                            frame(MessageType.SCREEN_PICTURE, FrameHeader.FULL | FrameHeader.LAST, matcher.group(1)));
                }
            }
        }
        for (String line : Files.readAllLines(VECTORS.resolve("clipboard-html.json"))) {
            Matcher matcher = HTML.matcher(line);
            if (matcher.find()) {
                frames.add(piece(matcher.group(1).getBytes(StandardCharsets.UTF_8)));
            }
        }
        frames.add(piece(png()));
        return frames;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_INDEXED), "png", png);
        return png.toByteArray();
    }

    private static byte[] piece(byte[] bytes) {
        ClipboardPiece piece = ClipboardPiece.newBuilder()
                .setStream(1)
                .setNumber(1)
                .setBytes(ByteString.copyFrom(bytes))
                .build();
        return frame(MessageType.CLIPBOARD_PIECE, 0, piece.toByteArray());
    }

    private static byte[] frame(MessageType type, int flags, String hex) {
        return frame(type, flags, HexFormat.of().parseHex(hex));
    }

    private static byte[] frame(MessageType type, int flags, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES + payload.length);
        new FrameHeader(type, flags, 0, 0, 1, 1).write(frame);
        return frame.put(payload).array();
    }
}
