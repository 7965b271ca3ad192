package org.beistand.engine.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.grant.Ed25519Keys;
import org.beistand.engine.protocol.grant.GrantCheck;
import org.beistand.engine.protocol.grant.GrantVerifier;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.engine.protocol.picture.JavaPhotos;
import org.beistand.engine.protocol.picture.PictureReader;
import org.beistand.engine.protocol.picture.TestFilm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that were once on the wire keep their meaning. {@code -Dvectors.write=true} writes those of a version to come. */
class GoldenVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @BeforeAll
    static void writeWhenAsked() throws Exception {
        if (Boolean.getBoolean("vectors.write")) {
            VectorWriter.writeAll();
        }
    }

    @Test
    void everyMessageMeansWhatItMeant() throws Exception {
        Map<String, Descriptor> types = Samples.messages().stream()
                .map(message -> message.getDescriptorForType())
                .distinct()
                .collect(Collectors.toMap(Descriptor::getFullName, Function.identity()));
        List<Map<?, ?>> vectors = VectorFile.named("messages.json").vectors();
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(types.size());
        for (Map<?, ?> vector : vectors) {
            Descriptor type = types.get(text(vector, "message"));
            assertThat(type).as(text(vector, "message")).isNotNull();
            byte[] bytes = HEX.parseHex(text(vector, "hex"));
            DynamicMessage described = Described.build(java.util.Objects.requireNonNull(type), map(vector, "fields"));
            assertThat(DynamicMessage.parseFrom(type, bytes))
                    .as(text(vector, "message"))
                    .isEqualTo(described);
            assertThat(HEX.formatHex(described.toByteArray())).isEqualTo(text(vector, "hex"));
        }
    }

    @Test
    void everyMessageTypeHasAVector() throws Exception {
        assertThat(VectorFile.named("messages.json").vectors())
                .extracting(vector -> text(vector, "message"))
                .containsAll(java.util.Arrays.stream(MessageType.values())
                        .flatMap(type -> type.message().stream())
                        .map(name -> "beistand.wire." + name)
                        .toList());
        assertThat(VectorFile.named("frames.json").vectors())
                .extracting(vector -> MessageType.valueOf(text(vector, "type")))
                .contains(MessageType.values());
    }

    @Test
    void everyFrameMeansWhatItMeant() throws Exception {
        for (Map<?, ?> vector : VectorFile.named("frames.json").vectors()) {
            FrameHeader header = new FrameHeader(
                    MessageType.valueOf(text(vector, "type")),
                    (int) number(vector, "flags"),
                    (int) number(vector, "participant"),
                    (int) number(vector, "keyEpoch"),
                    number(vector, "sequence"),
                    number(vector, "time"));
            ByteBuffer payload = ByteBuffer.wrap(HEX.parseHex(text(vector, "payload")));
            byte[] bytes = HEX.parseHex(text(vector, "hex"));
            assertThat(Frame.parse(ByteBuffer.wrap(bytes), Limits.FRAME_BYTES)).isEqualTo(new Frame(header, payload));
            assertThat(new Frame(header, payload).toBytes().array()).isEqualTo(bytes);
            assertThat(bytes[1]).isEqualTo((byte) number(vector, "channel"));
            assertThat(bytes[2]).isEqualTo((byte) number(vector, "number"));
        }
    }

    @Test
    void everyGrantIsJudgedAsItWas() throws Exception {
        VectorFile file = VectorFile.named("grants.json");
        Map<String, Object> head = file.read();
        KeySet keys = new KeySet(List.of(new KeySet.Key(text(head, "kid"), text(head, "x"))));
        GrantVerifier verifier = new GrantVerifier(
                Ed25519Keys.fromContract(keys),
                SessionGrant.ISSUER,
                text(head, "audience"),
                Clock.fixed(Instant.parse(text(head, "now")), ZoneOffset.UTC));
        for (Map<?, ?> vector : file.vectors()) {
            String outcome = switch (verifier.check(text(vector, "grant"))) {
                case GrantCheck.Accepted accepted -> "ACCEPTED";
                case GrantCheck.Refused refused -> refused.reason().name();
            };
            assertThat(outcome).isEqualTo(text(vector, "outcome"));
        }
    }

    @Test
    void everyPictureShowsWhatItShowed() throws Exception {
        for (Map<?, ?> vector : VectorFile.named("pictures.json").vectors()) {
            int width = (int) number(vector, "width");
            int height = (int) number(vector, "height");
            int[] screen = new int[width * height];
            try (PictureReader reader = new PictureReader()) {
                ByteBuffer payload = ByteBuffer.wrap(HEX.parseHex(text(vector, "hex")));
                assertThat(reader.paint(payload, width, height, screen).number())
                        .isEqualTo(number(vector, "picture"));
            }
            assertThat(VectorWriter.rgb(screen)).isEqualTo(text(vector, "pixels"));
        }
    }

    @Test
    void everyPackedPictureShowsWhatItShowed() throws Exception {
        VectorFile file = VectorFile.named("pictures-packed.json");
        int width = (int) number(file.read(), "width");
        int height = (int) number(file.read(), "height");
        int[] screen = new int[width * height];
        try (PictureReader reader = new PictureReader()) {
            for (Map<?, ?> vector : file.vectors()) {
                if (Boolean.TRUE.equals(vector.get("full"))) {
                    reader.begin();
                }
                ByteBuffer payload = ByteBuffer.wrap(HEX.parseHex(text(vector, "hex")));
                PictureReader.Painted painted = reader.paint(payload, width, height, screen);
                assertThat(painted.number()).isEqualTo(number(vector, "picture"));
                assertThat(painted.quiet()).isEqualTo(vector.get("quiet"));
                assertThat(VectorWriter.rgb(screen)).isEqualTo(text(vector, "pixels"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictures-photo.json", "pictures-half-photo.json"})
    void everyPhotographLooksAsItLookedAndBecomesExact(String name) throws Exception {
        VectorFile file = VectorFile.named(name);
        int width = (int) number(file.read(), "width");
        int height = (int) number(file.read(), "height");
        int[] screen = new int[width * height];
        try (PictureReader reader = new PictureReader(JavaPhotos::decode)) {
            reader.begin();
            for (Map<?, ?> vector : file.vectors()) {
                reader.paint(ByteBuffer.wrap(HEX.parseHex(text(vector, "hex"))), width, height, screen);
                assertThat(JavaPhotos.difference(screen, pixels(text(vector, "pixels"))))
                        .isLessThanOrEqualTo((int) number(vector, "tolerance"));
            }
        }
    }

    @Test
    void everyFilmIsPaintedFrameByFrameAndBecomesExact() throws Exception {
        VectorFile file = VectorFile.named("pictures-video.json");
        int width = (int) number(file.read(), "width");
        int height = (int) number(file.read(), "height");
        int[] screen = new int[width * height];
        List<byte[]> frames = new ArrayList<>();
        try (PictureReader reader = new PictureReader(JavaPhotos::decode, (frame, key, w, h) -> {
            frames.add(frame);
            return TestFilm.pixels(frames.size() - 1);
        })) {
            reader.begin();
            for (Map<?, ?> vector : file.vectors()) {
                reader.paint(ByteBuffer.wrap(HEX.parseHex(text(vector, "hex"))), width, height, screen);
                assertThat(VectorWriter.rgb(screen)).isEqualTo(text(vector, "pixels"));
            }
        }
        assertThat(frames).hasSize(TestFilm.frames());
        for (int frame = 0; frame < frames.size(); frame++) {
            assertThat(frames.get(frame)).isEqualTo(TestFilm.frame(frame));
        }
    }

    private static int[] pixels(String rgb) {
        byte[] bytes = HEX.parseHex(rgb);
        int[] pixels = new int[bytes.length / 3];
        for (int index = 0; index < pixels.length; index++) {
            int at = index * 3;
            pixels[index] = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
        }
        return pixels;
    }

    private static String text(Map<?, ?> vector, String name) {
        return String.valueOf(vector.get(name));
    }

    private static long number(Map<?, ?> vector, String name) {
        assertThat(vector.get(name)).as(name).isInstanceOf(Number.class);
        return vector.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Map<?, ?> map(Map<?, ?> vector, String name) {
        assertThat(vector.get(name)).as(name).isInstanceOf(Map.class);
        return vector.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }
}
