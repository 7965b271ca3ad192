package org.beistand.engine.protocol.vectors;

import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.grant.Ed25519Keys;
import org.beistand.engine.protocol.grant.GrantSigner;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PictureWriter;

/** Writes the vector files of a version that is not yet released; those of a released one never change again. */
final class VectorWriter {

    private static final HexFormat HEX = HexFormat.of();
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private VectorWriter() {}

    static void writeAll() throws IOException, GeneralSecurityException {
        writeMessages();
        writeFrames();
        writeGrants();
        writePictures();
        PackedVectors.write();
        PhotoVectors.write();
        VideoVectors.write();
    }

    private static void writeMessages() throws IOException {
        List<Map<String, Object>> vectors = new ArrayList<>();
        for (Message message : Samples.messages()) {
            Map<String, Object> vector = new LinkedHashMap<>();
            vector.put("message", message.getDescriptorForType().getFullName());
            vector.put("fields", Described.describe(message));
            vector.put("hex", HEX.formatHex(message.toByteArray()));
            vectors.add(vector);
        }
        VectorFile.named("messages.json").write(Map.of(), vectors);
    }

    private static void writeFrames() throws IOException {
        List<Map<String, Object>> vectors = new ArrayList<>();
        for (MessageType type : MessageType.values()) {
            vectors.add(frame(new FrameHeader(type, 0, 0, 0, 1, 0)));
        }
        vectors.add(frame(new FrameHeader(
                MessageType.SCREEN_PICTURE, FrameHeader.LAST | FrameHeader.FULL, 65_535, 65_535, Limits.SEQUENCE, 1)));
        vectors.add(frame(
                new FrameHeader(MessageType.KEY_PRESS, FrameHeader.SEALED, 1, 2, 1L << 32, 1_795_255_530_123_456L)));
        VectorFile.named("frames.json").write(Map.of(), vectors);
    }

    private static Map<String, Object> frame(FrameHeader header) {
        byte[] payload = {(byte) 0xCA, (byte) 0xFE};
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("type", header.type().name());
        vector.put("channel", header.channel().number());
        vector.put("number", header.type().number());
        vector.put("flags", header.flags());
        vector.put("participant", header.participant());
        vector.put("keyEpoch", header.keyEpoch());
        vector.put("sequence", header.sequence());
        vector.put("time", header.timeMicros());
        vector.put("payload", HEX.formatHex(payload));
        vector.put(
                "hex",
                HEX.formatHex(
                        new Frame(header, ByteBuffer.wrap(payload)).toBytes().array()));
        return vector;
    }

    private static void writeGrants() throws IOException, GeneralSecurityException {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        GrantSigner signer = new GrantSigner("k1", key.getPrivate());
        String good = signer.sign(grant("relay-1", NOW, NOW.plusSeconds(60)));
        List<Map<String, Object>> vectors = new ArrayList<>();
        vectors.add(Map.of("grant", good, "outcome", "ACCEPTED"));
        vectors.add(Map.of("grant", good.substring(0, good.length() - 2) + "AA", "outcome", "BAD_SIGNATURE"));
        vectors.add(Map.of("grant", good + "=", "outcome", "MALFORMED"));
        vectors.add(Map.of("grant", "", "outcome", "MALFORMED"));
        vectors.add(Map.of("grant", signer.sign(grant("relay-1", NOW.minusSeconds(60), NOW)), "outcome", "EXPIRED"));
        vectors.add(
                Map.of("grant", signer.sign(grant("relay-2", NOW, NOW.plusSeconds(60))), "outcome", "WRONG_AUDIENCE"));
        vectors.add(Map.of(
                "grant",
                new GrantSigner("k1", foreign.getPrivate()).sign(grant("relay-1", NOW, NOW.plusSeconds(60))),
                "outcome",
                "BAD_SIGNATURE"));
        vectors.add(Map.of(
                "grant",
                new GrantSigner("k2", foreign.getPrivate()).sign(grant("relay-1", NOW, NOW.plusSeconds(60))),
                "outcome",
                "UNKNOWN_KEY"));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("kid", "k1");
        head.put("x", Ed25519Keys.toContract("k1", key.getPublic()).x());
        head.put("audience", "relay-1");
        head.put("now", NOW.toString());
        VectorFile.named("grants.json").write(head, vectors);
    }

    private static SessionGrant grant(String audience, Instant issued, Instant expires) {
        return new SessionGrant(
                audience,
                new UUID(1, 2),
                new UUID(3, 4),
                issued,
                expires,
                new UUID(5, 6),
                "17",
                Role.TECHNICIAN,
                "Jörg Groß",
                Set.of(Permission.VIEW, Permission.CONTROL),
                issued.plusSeconds(3_600));
    }

    /** A small screen with a run, repeated colours, small and large steps, and one solid area. */
    private static void writePictures() throws IOException {
        int width = 12;
        int height = 9;
        int[] pixels = new int[width * height];
        for (int index = 0; index < pixels.length; index++) {
            int y = index / width;
            int grey = y < 3 ? 0 : y < 6 ? index * 2 : index * 53;
            pixels[index] = y == 8 ? 0x3366CC : (grey & 255) << 16 | (grey + y & 255) << 8 | grey * 3 & 255;
        }
        List<Map<String, Object>> vectors = new ArrayList<>();
        List<Area> areas = List.of(new Area(0, 0, width, 8), new Area(0, 8, width, 1));
        try (PictureWriter writer = new PictureWriter()) {
            writer.write(7, pixels, width, areas, (payload, first, last) -> {
                byte[] bytes = new byte[payload.remaining()];
                payload.get(bytes);
                Map<String, Object> vector = new LinkedHashMap<>();
                vector.put("picture", 7);
                vector.put("width", width);
                vector.put("height", height);
                vector.put("pixels", rgb(pixels));
                vector.put("hex", HEX.formatHex(bytes));
                vectors.add(vector);
            });
        }
        VectorFile.named("pictures.json").write(Map.of(), vectors);
    }

    static String rgb(int[] pixels) {
        StringBuilder hex = new StringBuilder(pixels.length * 6);
        for (int pixel : pixels) {
            hex.append(HEX.toHexDigits(pixel & 0xFFFFFF, 6));
        }
        return hex.toString();
    }
}
