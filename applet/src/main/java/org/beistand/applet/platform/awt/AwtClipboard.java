package org.beistand.applet.platform.awt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.ClipboardOwner;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.beistand.applet.clipboard.Clip;
import org.beistand.applet.clipboard.ClipboardBridge;
import org.beistand.applet.clipboard.ClipboardBusy;
import org.beistand.applet.clipboard.Form;
import org.beistand.engine.protocol.Limits;

/**
 * The clipboard by java.awt.datatransfer. Images travel as the bytes of a PNG where programs exchange these (X11): nothing
 * is decoded here. Windows and macOS exchange pixels, which the toolkit hands over as an image.
 */
public final class AwtClipboard implements ClipboardBridge {

    private static final Logger LOG = Logger.getLogger(AwtClipboard.class.getName());

    /** Windows lets one program have the clipboard open at a time, for a moment. */
    private static final int ATTEMPTS = 5;

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private final boolean exchangesPixels;

    /** Replaced by each put; what it has put is ours until the toolkit says otherwise. */
    private volatile Optional<Ownership> ownership = Optional.empty();

    /** @param exchangesPixels whether programs here exchange images by their pixels rather than as PNG */
    public AwtClipboard(boolean exchangesPixels) {
        this.exchangesPixels = exchangesPixels;
    }

    /** Told by the toolkit when another program has copied something. */
    private static final class Ownership implements ClipboardOwner {
        private volatile boolean lost;

        @Override
        public void lostOwnership(Clipboard clipboard, Transferable contents) {
            lost = true;
        }
    }

    @Override
    public Set<Form> forms() {
        return patiently(() -> {
            Clipboard clipboard = system();
            Set<Form> forms = EnumSet.noneOf(Form.class);
            for (Form form : Form.values()) {
                if (clipboard.isDataFlavorAvailable(ClipTransfer.flavor(form))) {
                    forms.add(form);
                }
            }
            if (exchangesPixels && clipboard.isDataFlavorAvailable(DataFlavor.imageFlavor)) {
                forms.add(Form.PNG);
            }
            return forms;
        });
    }

    @Override
    public Map<Form, byte[]> read() {
        return patiently(() -> {
            Clipboard clipboard = system();
            Map<Form, byte[]> held = new EnumMap<>(Form.class);
            text(clipboard, Form.TEXT).ifPresent(text -> held.put(Form.TEXT, text));
            text(clipboard, Form.HTML).ifPresent(html -> held.put(Form.HTML, html));
            png(clipboard).ifPresent(png -> held.put(Form.PNG, png));
            return held;
        });
    }

    private static Optional<byte[]> text(Clipboard from, Form form) {
        return data(from, ClipTransfer.flavor(form)).map(text -> ((String) text).getBytes(UTF_8));
    }

    private Optional<byte[]> png(Clipboard from) {
        Optional<byte[]> ready = data(from, ClipTransfer.flavor(Form.PNG)).flatMap(AwtClipboard::bytes);
        return ready.isPresent() || !exchangesPixels
                ? ready
                : data(from, DataFlavor.imageFlavor).flatMap(image -> encoded((Image) image));
    }

    /** One more than may pass, so that too much shows as too much. */
    private static Optional<byte[]> bytes(Object stream) {
        try (InputStream in = (InputStream) stream) {
            return Optional.of(in.readNBytes(Limits.CLIPBOARD_IMAGE_BYTES + 1));
        } catch (IOException broken) {
            LOG.log(Level.INFO, "an image of the clipboard cannot be read", broken);
            return Optional.empty();
        }
    }

    private static Optional<byte[]> encoded(Image image) {
        int width = image.getWidth(null);
        int height = image.getHeight(null);
        if (width < 1 || height < 1 || (long) width * height > Limits.CLIPBOARD_IMAGE_PIXELS) {
            return Optional.empty();
        }
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        pixels.createGraphics().drawImage(image, 0, 0, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            return ImageIO.write(pixels, "png", out) ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (IOException inMemory) {
            throw new IllegalStateException("an image cannot be written to memory", inMemory);
        }
    }

    private static Optional<Object> data(Clipboard from, DataFlavor flavor) {
        if (!from.isDataFlavorAvailable(flavor)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(from.getData(flavor));
        } catch (UnsupportedFlavorException | IOException gone) { // its owner changed its mind, or does not answer
            LOG.log(Level.INFO, "the clipboard does not give {0}", flavor.getMimeType());
            return Optional.empty();
        }
    }

    @Override
    public void put(Clip clip) {
        Ownership ours = new Ownership();
        patiently(() -> {
            system().setContents(new ClipTransfer(clip, exchangesPixels), ours);
            return clip.forms();
        });
        ownership = Optional.of(ours);
    }

    @Override
    public boolean isOurs() {
        return ownership.filter(ours -> !ours.lost).isPresent();
    }

    private static Clipboard system() {
        return Toolkit.getDefaultToolkit().getSystemClipboard();
    }

    /** What may find the clipboard taken. */
    @FunctionalInterface
    private interface Use<T> {
        T use();
    }

    private static <T> T patiently(Use<T> use) {
        for (int attempt = 1; ; attempt++) {
            try {
                return use.use();
            } catch (IllegalStateException taken) {
                if (attempt == ATTEMPTS) {
                    throw new ClipboardBusy(taken);
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }
}
