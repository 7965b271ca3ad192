package org.beistand.engine.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.recording.TapeEntry;
import org.beistand.engine.wire.chat.ChatLine;
import org.junit.jupiter.api.Test;

/**
 * A tape of two frames, the mark of its end, and the keys sealed for a company: recording.json, which the browser opens as well.
 * {@code -Dvectors.write=true} writes it anew.
 */
class RecordingVectorTest {

    private static final Path FILE = Path.of("src/vectors/1/recording.json");
    private static final HexFormat HEX = HexFormat.of();
    private static final String SESSION = "6f1c2b3a-0000-4000-8000-00000000002a";
    private static final String SUBJECT = "0e8d5f3c-0000-4000-8000-000000000007";
    private static final long AT = 1_795_255_530_000_001L;

    private final SealKeyPair company = pair(4);
    private final FrameKeys keys = new FrameKeys(filled(5), filled(6));
    private final FrameKeys.ForCompany sealed = keys.seal(company.publicKey(), SESSION, SUBJECT, pair(7));

    @Test
    void givesTheSameBytesAsEver() throws Exception {
        Map<String, Object> now = vector();
        if (Boolean.getBoolean("vectors.write")) {
            StringBuilder text = new StringBuilder("{\n");
            now.forEach((name, value) -> text.append("  \"%s\": \"%s\",\n".formatted(name, value)));
            Files.writeString(FILE, text.deleteCharAt(text.length() - 2).append("}\n"));
        }
        assertThat(Json.readObject(Files.readAllBytes(FILE))).isEqualTo(now);
    }

    private Map<String, Object> vector() {
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("sessionId", SESSION);
        vector.put("subject", SUBJECT);
        vector.put("companySecret", HEX.formatHex(filled(4)));
        vector.put("companyPublic", HEX.formatHex(company.publicKey()));
        vector.put("encapsulation", HEX.formatHex(sealed.encapsulation()));
        vector.put("sealedKeys", HEX.formatHex(sealed.keys()));
        vector.put("tape", HEX.formatHex(tape()));
        vector.put("fromApplet", "Guten Tag");
        vector.put("fromTechnician", "Grüße");
        return vector;
    }

    private static byte[] tape() {
        byte[] first = frame(Direction.APPLET, filled(5), "Guten Tag");
        byte[] second = frame(Direction.TECHNICIAN, filled(6), "Grüße");
        return ByteBuffer.allocate(3 * TapeEntry.HEAD_BYTES + first.length + second.length)
                .put(TapeEntry.head(AT, Role.APPLET, first.length))
                .put(first)
                .put(TapeEntry.head(AT + 1_500_000, Role.TECHNICIAN, second.length))
                .put(second)
                .put(TapeEntry.end(AT + 1_600_000))
                .array();
    }

    private static byte[] frame(Direction direction, byte[] key, String text) {
        ByteBuffer line = ByteBuffer.wrap(ChatLine.newBuilder()
                .setIdBytes(ByteString.copyFrom(SESSION, StandardCharsets.UTF_8))
                .setText(text)
                .setAuthor("Jörg")
                .build()
                .toByteArray());
        return new FrameSealer(TrafficKeys.ofRecording(direction, key))
                .seal(FrameHeader.of(MessageType.CHAT_LINE, 1, AT), line)
                .array();
    }

    @Test
    void theCompanyReadsBothEnds() throws Exception {
        FrameKeys.Openers openers = FrameKeys.open(company, SESSION, SUBJECT, sealed);
        ByteBuffer tape = ByteBuffer.wrap(tape());
        assertThat(text(openers.applet(), TapeEntry.next(tape).orElseThrow())).isEqualTo("Guten Tag");
        assertThat(text(openers.technician(), TapeEntry.next(tape).orElseThrow()))
                .isEqualTo("Grüße");
    }

    private static String text(FrameOpener opener, TapeEntry entry) throws Exception {
        Frame frame = opener.open(Frame.parse(entry.frame(), Limits.FRAME_BYTES));
        return ChatLine.parseFrom(frame.payload()).getText();
    }

    @Test
    void nobodyElseReadsThemAndNotAsAnothersSession() {
        assertThat(sealed.keys()).hasSize(Limits.SEALED_KEYS_BYTES);
        assertThatThrownBy(() -> FrameKeys.open(pair(8), SESSION, SUBJECT, sealed))
                .isInstanceOf(KeysRefused.class);
        assertThatThrownBy(() -> FrameKeys.open(company, SUBJECT, SESSION, sealed))
                .isInstanceOf(KeysRefused.class);
        byte[] changed = sealed.keys().clone();
        changed[3] ^= 1;
        FrameKeys.ForCompany bent = new FrameKeys.ForCompany(sealed.encapsulation(), changed);
        assertThatThrownBy(() -> FrameKeys.open(company, SESSION, SUBJECT, bent))
                .isInstanceOf(KeysRefused.class);
    }

    @Test
    void anAgreementHandsOutTheKeysThatItSealsWith() throws Exception {
        AppletAgreement applet =
                new AppletAgreement(SealKeyPair.generate(), new Pairings(), SESSION, SUBJECT, filled(1));
        TechnicianAgreement technician =
                new TechnicianAgreement(SealKeyPair.generate(), new Pairings(), SESSION, SUBJECT, filled(2));
        AppletAgreement.Granted granted = applet.grant(technician.share(applet.commit()));
        TechnicianAgreement.Done done = technician.done(granted.grant());
        FrameKeys.Openers openers =
                FrameKeys.open(company, SESSION, SUBJECT, granted.keys().seal(company.publicKey(), SESSION, SUBJECT));
        assertThat(openers.applet()
                        .open(sealedBy(granted.sealed().sealer()))
                        .payload()
                        .get())
                .isEqualTo((byte) 9);
        assertThat(openers.technician()
                        .open(sealedBy(done.sealed().sealer()))
                        .payload()
                        .get())
                .isEqualTo((byte) 9);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (byte[] none : new byte[][] {{}, new byte[31], new byte[32]}) {
            assertThatThrownBy(() -> keys.seal(none, SESSION, SUBJECT)).isInstanceOf(KeysRefused.class);
        }
        assertThatThrownBy(() ->
                        FrameKeys.open(company, SESSION, SUBJECT, new FrameKeys.ForCompany(new byte[3], sealed.keys())))
                .isInstanceOf(KeysRefused.class);
    }

    private static Frame sealedBy(FrameSealer sealer) {
        ByteBuffer bytes = sealer.seal(FrameHeader.of(MessageType.CHAT_LINE, 1, AT), ByteBuffer.wrap(new byte[] {9}));
        return Frame.parse(bytes, Limits.FRAME_BYTES);
    }

    private static SealKeyPair pair(int seed) {
        byte[] base = new byte[X25519.BYTES];
        base[0] = 9;
        return SealKeyPair.of(filled(seed), SealKeyPair.of(filled(seed), base).agree(base));
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
