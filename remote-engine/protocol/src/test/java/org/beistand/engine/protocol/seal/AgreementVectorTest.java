package org.beistand.engine.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.Json;
import org.junit.jupiter.api.Test;

/**
 * A whole agreement with fixed keys, and a frame each way: seal.json, which the browser goes through as well.
 * {@code -Dvectors.write=true} writes it anew.
 */
class AgreementVectorTest {

    private static final Path FILE = Path.of("src/vectors/1/seal.json");
    private static final HexFormat HEX = HexFormat.of();
    private static final String SESSION = "6f1c2b3a-0000-4000-8000-00000000002a";
    private static final String SUBJECT = "0e8d5f3c-0000-4000-8000-000000000007";

    @Test
    void givesTheSameBytesAsEver() throws Exception {
        Map<String, Object> now = agreement();
        if (Boolean.getBoolean("vectors.write")) {
            StringBuilder text = new StringBuilder("{\n");
            now.forEach((name, value) -> text.append("  \"%s\": \"%s\",\n".formatted(name, value)));
            Files.writeString(FILE, text.deleteCharAt(text.length() - 2).append("}\n"));
        }
        assertThat(Json.readObject(Files.readAllBytes(FILE))).isEqualTo(now);
    }

    private static Map<String, Object> agreement() {
        SealKeyPair applet = pair(1);
        SealKeyPair technician = pair(2);
        byte[] appletNonce = filled(0xA0);
        byte[] technicianNonce = filled(0xB0);
        AppletAgreement first = new AppletAgreement(applet, new Pairings(), SESSION, SUBJECT, appletNonce);
        TechnicianAgreement second =
                new TechnicianAgreement(technician, new Pairings(), SESSION, SUBJECT, technicianNonce);
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("sessionId", SESSION);
        vector.put("subject", SUBJECT);
        vector.put("technicianSecret", HEX.formatHex(filled(2)));
        vector.put("technicianPublic", HEX.formatHex(technician.publicKey()));
        vector.put("technicianNonce", HEX.formatHex(technicianNonce));
        vector.put("commit", hex(first.commit()));
        var share = second.share(first.commit());
        vector.put("share", hex(share));
        AppletAgreement.Granted granted = first.grant(share, pair(3));
        vector.put("grant", hex(granted.grant()));
        TechnicianAgreement.Done done = second.done(granted.grant());
        vector.put("done", hex(done.done()));
        first.done(done.done());
        vector.put("german", String.join(" ", granted.sealed().words().in(Locale.GERMAN)));
        vector.put("english", String.join(" ", done.sealed().words().in(Locale.ENGLISH)));
        FrameHeader picture =
                new FrameHeader(MessageType.SCREEN_PICTURE, FrameHeader.LAST, 5, 0, 1L << 33, 1_795_255_530_123_456L);
        FrameHeader line = FrameHeader.of(MessageType.CHAT_LINE, 1, 1_795_255_530_000_001L);
        vector.put("pictureSealed", HEX.formatHex(frame(granted.sealed().sealer(), picture, "pixels")));
        vector.put("picture", HEX.formatHex("pixels".getBytes(StandardCharsets.UTF_8)));
        vector.put("lineSealed", HEX.formatHex(frame(done.sealed().sealer(), line, "Grüße")));
        vector.put("line", HEX.formatHex("Grüße".getBytes(StandardCharsets.UTF_8)));
        vector.put("lineTime", String.valueOf(line.timeMicros()));
        return vector;
    }

    private static byte[] frame(FrameSealer sealer, FrameHeader header, String payload) {
        Frame frame = new Frame(header, ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
        return sealer.seal(frame.header(), frame.payload()).array();
    }

    private static SealKeyPair pair(int seed) {
        byte[] secret = filled(seed);
        byte[] base = new byte[X25519.BYTES];
        base[0] = 9;
        return SealKeyPair.of(secret, SealKeyPair.of(secret, base).agree(base));
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(MessageLite message) {
        return HEX.formatHex(message.toByteArray());
    }
}
