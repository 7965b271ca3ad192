package org.beistand.applet.encode;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.platform.photo.JpegPhotos;
import org.beistand.applet.platform.video.VpxVideos;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/**
 * Read docs/benchmarks/picture.md first. {@code ./beistand bench picture} prints, for what happens on screens, the bytes of
 * one step and the processor time of looking (change and motion) and of coding. Processor time of this thread, not time on
 * the wall: a busy machine changes it little. The screens are drawn, the same on every run.
 */
public final class PictureBenchmark implements ScreenFeed.Outlet {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final ScreenShape SHAPE = ScreenShape.single(WIDTH, HEIGHT, "bench");
    private static final Area EVERYWHERE = new Area(0, 0, WIDTH, HEIGHT);
    private static final int WARM_UP = 60;
    private static final int STEPS = 40;
    private static final int TEXT_LINE = 17;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final int[] screen = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    private final Graphics2D graphics = image.createGraphics();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Set<String> features;
    private long bytes;

    /** Draws something. @return what a window system would tell of it: the rectangle around everything drawn */
    @FunctionalInterface
    private interface Step {
        Area draw(int number);
    }

    private PictureBenchmark(Set<String> features) {
        this.features = features;
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB);
        graphics.setFont(new Font("DejaVu Sans Mono", Font.PLAIN, 13));
    }

    public static void main(String[] arguments) {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        if (!wanted.isEmpty() && !wanted.equals("picture")) {
            return;
        }
        System.out.println("| coder | step | bytes | look, ms | code, ms |");
        System.out.println("|---|---|---|---|---|");
        measure("zstd, JPEG, VP8", Set.of("screen.zstd-stream", "screen.copy", "screen.jpeg", "screen.vp8"));
        measure("zstd, JPEG", Set.of("screen.zstd-stream", "screen.copy", "screen.jpeg"));
        measure("zstd", Set.of("screen.zstd-stream", "screen.copy"));
        measure("deflate, copies", Set.of("screen.copy"));
        measure("deflate", Set.of());
    }

    private static void measure(String name, Set<String> features) {
        new PictureBenchmark(features).measure(name);
    }

    private void measure(String name) {
        String row = "| " + name + " | ";
        report(row + "a letter is typed", number -> letters(400 + number % 100 * 8, 300, 1));
        report(row + "page of 1200x1000 scrolls by 60", number -> scroll());
        report(row + "window of 600x400 is dragged over text", new Drag()::step);
        report(row + "square of 300x300 flips", number -> fill(200, 200, 300, 300, number % 2 == 0));
        report(row + "another page of text", number -> text());
        report(row + "the same two pages in turn", new InTurn()::step);
        report(row + "another photograph", number -> photograph(number));
        report(row + "a film of 640x360 plays", this::film);
    }

    private void report(String row, Step step) {
        text();
        ScreenCopy copy = new ScreenCopy(picture());
        ViewerStream viewer =
                new ViewerStream(1, features, new LossyCoders(new JpegPhotos(), new VpxVideos()), WIDTH, HEIGHT);
        everything(viewer, copy);
        long looked = 0;
        long coded = 0;
        long sent = 0;
        for (int number = 0; number < WARM_UP + STEPS; number++) {
            Area drawn = step.draw(number);
            now += 33_000_000;
            bytes = 0;
            long begun = threads.getCurrentThreadCpuTime();
            var look = copy.update(new Picture(SHAPE, IntBuffer.wrap(screen), WIDTH, drawn), now);
            long between = threads.getCurrentThreadCpuTime();
            look.ifPresent(viewer::changed);
            everything(viewer, copy);
            if (number >= WARM_UP) {
                looked += between - begun;
                coded += threads.getCurrentThreadCpuTime() - between;
                sent += bytes;
            }
        }
        viewer.close();
        System.out.printf(
                Locale.ROOT,
                "%s | %,d | %.2f | %.2f |%n",
                row,
                sent / STEPS,
                looked / 1e6 / STEPS,
                coded / 1e6 / STEPS);
    }

    private long picture;
    private long now = 1;

    /** Until the viewer has all; it shows everything at once. */
    private void everything(ViewerStream viewer, ScreenCopy copy) {
        while (viewer.isReady()) {
            viewer.send(copy, this, now);
            now += 1_000;
            viewer.shown(picture, now);
        }
    }

    private Picture picture() {
        return new Picture(SHAPE, IntBuffer.wrap(screen), WIDTH);
    }

    private Area text() {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int y = TEXT_LINE; y < HEIGHT; y += TEXT_LINE) {
            letters(20 + random.nextInt(4) * 32, y, random.nextInt(20, 200));
        }
        return EVERYWHERE;
    }

    private Area letters(int x, int y, int count) {
        graphics.setColor(random.nextInt(4) == 0 ? new Color(0x0a3069) : Color.BLACK);
        StringBuilder line = new StringBuilder(count);
        for (int index = 0; index < count; index++) {
            line.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        graphics.drawString(line.toString(), x, y);
        return new Area(x, y - TEXT_LINE, Math.min(count * 8, WIDTH - x), TEXT_LINE + 4);
    }

    private Area scroll() {
        Area page = new Area(100, 60, 1200, 940);
        new Move(page, page.x(), page.y() + 60).apply(screen, WIDTH);
        graphics.setClip(100, 1000, 1200, 60);
        fill(100, 1000, 1200, 60, true);
        for (int line = 1; line <= 3; line++) {
            letters(110, 1000 + line * TEXT_LINE + 3, random.nextInt(40, 150));
        }
        graphics.setClip(null);
        return new Area(100, 60, 1200, 1000);
    }

    private Area fill(int x, int y, int width, int height, boolean white) {
        graphics.setColor(white ? Color.WHITE : new Color(0x336699));
        graphics.fillRect(x, y, width, height);
        return new Area(x, y, width, height);
    }

    /** A film grain over soft light: nothing repeats, as in photographs. */
    private Area photograph(int number) {
        graphics.setPaint(new GradientPaint(0, number * 50f, new Color(0x203050), WIDTH, HEIGHT, new Color(0xe0b080)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int index = 0; index < screen.length; index++) {
            screen[index] += random.nextInt() & 0x030303;
        }
        return EVERYWHERE;
    }

    /** Light that moves and a little grain. */
    private Area film(int number) {
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 640; x++) {
                int light = (int) (128 + 60 * Math.sin((x + number * 3) / 41.0) * Math.cos((y + number) / 29.0));
                screen[(y + 200) * WIDTH + x + 300] =
                        light << 16 | (light + y / 5) << 8 | 255 - light ^ random.nextInt() & 0x030303;
            }
        }
        return new Area(300, 200, 640, 360);
    }

    /** A textured window moves over a text. */
    private final class Drag {
        private final int[] ground;
        private final int[] texture = new int[600 * 400];
        private int lastX = 600;
        private int lastY = 550;

        Drag() {
            text();
            ground = screen.clone();
            for (int index = 0; index < texture.length; index++) {
                texture[index] = index % 600 * 0x010000 / 3 + index / 600 * 0x000100 / 2 ^ random.nextInt() & 0x1f1f1f;
            }
        }

        Area step(int number) {
            System.arraycopy(ground, 0, screen, 0, screen.length);
            int x = (int) (600 + 500 * Math.sin(number / 19.0));
            int y = (int) (300 + 250 * Math.cos(number / 23.0));
            for (int row = 0; row < 400; row++) {
                System.arraycopy(texture, row * 600, screen, (y + row) * WIDTH + x, 600);
            }
            Area drawn = new Area(
                    Math.min(x, lastX), Math.min(y, lastY), 600 + Math.abs(x - lastX), 400 + Math.abs(y - lastY));
            lastX = x;
            lastY = y;
            return drawn;
        }
    }

    /** Two windows that somebody goes to and fro between. */
    private final class InTurn {
        private final int[][] pages = new int[2][];

        InTurn() {
            for (int page = 0; page < pages.length; page++) {
                text();
                pages[page] = screen.clone();
            }
        }

        Area step(int number) {
            System.arraycopy(pages[number % 2], 0, screen, 0, screen.length);
            return EVERYWHERE;
        }
    }

    @Override
    public void layout(int participant, ScreenShape shape) {}

    @Override
    public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
        bytes += payload.remaining();
        picture = payload.getLong(payload.position());
    }

    @Override
    public void failed(String reason) {
        throw new IllegalStateException(reason);
    }
}
