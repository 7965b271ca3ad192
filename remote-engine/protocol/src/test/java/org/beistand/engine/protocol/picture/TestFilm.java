package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * Four pictures of a film of 64x48 and their frames of VP8, the first of which needs no earlier one: made once by libvpx
 * 1.12, so that no test here needs the library. As a coder it says them one after the other, whatever it is asked.
 */
public final class TestFilm implements VideoCoder {

    public static final int WIDTH = 64;
    public static final int HEIGHT = 48;

    /** How far a decoder's pixels are from the film's, at most: colours have half the density each way. */
    public static final int TOLERANCE = 30;

    private static final List<String> FRAMES = List.of(
            "5008009d012a40003000390d00041c2216162266122018080bd8c34b92fa4fe4d736af0af81f2079060bbd41e9b0657f5836"
                    + "c262bf6b24a2d04b64c5cf4321b22ef163f3adec34a7c84737e0fefcc95caea48d6eb9030f6c76bf0ed8392703218525db9e"
                    + "6ecacaa15e9a921618ec3340344cdcdd4e43769739547ba0360f7038619245463b28170b3e1c55ea3b0cae096592d0fab585"
                    + "8d08fb6ee9e47b649801de8d6b99a47619e69de89ec8d2b1c7eb9985fd46d5054dc4eb9a33997fd280bfbc59ec3cf272aa75"
                    + "9758f0f5b90eab54fdc2a7aa4bf5cbf091169210f2c16191a88b3afa2fb94d78e08f7b8d02afe5712c6bae5d802e03af4000",
            "f10300e36b9810203e805f5e94ffffa30d220becc99bc9cd80429a6df8bcc44ab0f0fece8229fa4ab7a624c5e5c7569e1ef0"
                    + "4bf88eedfedede071e9ffff3c8650a11382c34811db68dd73b1457f5d464e810ffe97d9dbd93a12300ba3ecbe2a627fbc000",
            "910300e36b980c283e805f5c00a3da17d70a0161de05c61d2e0ca3d5914c00fed2e7405a27e117a29dd5734d9dc3a588fc8f"
                    + "e1813852b943a83b921a5869621fbb13971b1224d6bfef4f2cb3407532e6fa1a806cdff28ee81e09d736109207726c1291c4"
                    + "bed7accc1aa90c",
            "910300e36b981c083e805f55ce0ff8affc0017e75e3e76b8b00078166cda00fed2ece21d50b5960d2950cbba268203a8c739"
                    + "f53bdf053f727acd86bc77054ad71548b6124a40a4d0f4ef98c4a264890375a64ea63bd222ed331e0236ad6b6bdf874ded62"
                    + "d6cecbe2a19cbc24013000");

    private int next;

    public static byte[] frame(int number) {
        return HexFormat.of().parseHex(FRAMES.get(number));
    }

    public static int frames() {
        return FRAMES.size();
    }

    /** @return the film's picture, {@code 0xFFRRGGBB} */
    public static int[] pixels(int number) {
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int red = wave(2 * x + 6 * number);
                int green = wave(3 * y + 2 * number);
                pixels[y * WIDTH + x] = 0xFF000000 | red << 16 | green << 8 | wave(x + y);
            }
        }
        return pixels;
    }

    private static int wave(int value) {
        int phase = value % 128;
        return (phase < 64 ? phase : 127 - phase) * 2 + 60;
    }

    @Override
    public CoderFacts facts() {
        return new CoderFacts("a known film", false, 0);
    }

    @Override
    public void begin() {
        next = 0;
    }

    @Override
    public ByteBuffer encode(Raster screen, Area area, long mostBytes) {
        return next == FRAMES.size() ? ByteBuffer.allocate(0) : ByteBuffer.wrap(frame(next++));
    }

    @Override
    public void close() {}
}
