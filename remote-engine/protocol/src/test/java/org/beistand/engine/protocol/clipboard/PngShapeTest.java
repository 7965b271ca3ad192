package org.beistand.engine.protocol.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngShapeTest {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    @Test
    void anImageStaysThePictureThatItIs() throws Exception {
        for (int type :
                new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED}) {
            BufferedImage image = new BufferedImage(31, 17, type);
            image.setRGB(3, 4, 0xFF12AB34);
            BufferedImage after = ImageIO.read(
                    new ByteArrayInputStream(PngShape.plain(written(image)).orElseThrow()));
            assertThat(after.getRGB(3, 4)).isEqualTo(image.getRGB(3, 4));
            assertThat(after.getWidth()).isEqualTo(31);
        }
    }

    @Test
    void whatUnpacksBesideThePixelsIsLeftOut() {
        byte[] bomb = deflated(new byte[1 << 20]);
        byte[] png = png(header(1, 1), chunk("zTXt", bomb), chunk("iCCP", bomb), data(), chunk("IEND"));
        assertThat(PngShape.plain(png)).hasValue(png(header(1, 1), data(), chunk("IEND")));
    }

    @Test
    void sizesAreKnownBeforeAnythingIsUnpacked() {
        assertThat(PngShape.plain(png(header(8192, 4096), data(), chunk("IEND"))))
                .isPresent();
        assertThat(PngShape.plain(png(header(8193, 4096), data(), chunk("IEND"))))
                .isEmpty();
        assertThat(PngShape.plain(png(header(65_536, 65_536), data(), chunk("IEND"))))
                .isEmpty();
        assertThat(PngShape.plain(png(header(0, 4), data(), chunk("IEND")))).isEmpty();
        assertThat(PngShape.plain(png(header(-1, -1), data(), chunk("IEND")))).isEmpty();
    }

    @Test
    void chunksInAnotherOrderDoNotPass() {
        byte[] end = chunk("IEND");
        byte[] palette = chunk("PLTE", new byte[6]);
        assertThat(PngShape.plain(png(data(), header(1, 1), end))).isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), header(1, 1), data(), end))).isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), end))).isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), data()))).isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), data(), end, end))).isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), data(), palette, end))).isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), data(), chunk("tIME", new byte[7]), data(), end)))
                .isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), chunk("ABCD"), data(), end)))
                .isEmpty();
        assertThat(PngShape.plain(png(header(1, 1), chunk("PLTE", new byte[7]), data(), end)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 11, 12, 16, 24, 28, 32, 33, 40, 50})
    void aDamagedOrCutImageDoesNotPass(int at) throws Exception {
        byte[] png = written(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
        assertThat(PngShape.plain(java.util.Arrays.copyOf(png, at))).isEmpty();
        png[at] ^= 0x40;
        assertThat(PngShape.plain(png)).isEmpty();
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .array());
    }

    private static byte[] data() {
        return chunk("IDAT", deflated(new byte[2]));
    }

    private static byte[] chunk(String type, byte... content) {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] png(byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater())) {
            deflater.write(content);
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return out.toByteArray();
    }
}
