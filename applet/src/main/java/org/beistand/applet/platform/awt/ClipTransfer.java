package org.beistand.applet.platform.awt;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.beistand.applet.clipboard.Clip;
import org.beistand.applet.clipboard.Form;

/** A clip as the toolkit hands it to programs that paste, when they do. */
final class ClipTransfer implements Transferable {

    private static final DataFlavor PNG = new DataFlavor("image/png; class=java.io.InputStream", "PNG");

    private final Clip clip;
    private final List<DataFlavor> flavors = new ArrayList<>();

    /** @param pixelsToo whether images are offered by their pixels as well: decoding them is left until somebody pastes */
    ClipTransfer(Clip clip, boolean pixelsToo) {
        this.clip = clip;
        clip.forms().forEach(form -> flavors.add(flavor(form)));
        if (pixelsToo && clip.forms().contains(Form.PNG)) {
            flavors.add(DataFlavor.imageFlavor);
        }
    }

    static DataFlavor flavor(Form form) {
        return switch (form) {
            case TEXT -> DataFlavor.stringFlavor;
            case HTML -> DataFlavor.allHtmlFlavor;
            case PNG -> PNG;
        };
    }

    @Override
    public DataFlavor[] getTransferDataFlavors() {
        return flavors.toArray(DataFlavor[]::new);
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
        return flavors.contains(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException, IOException {
        if (flavor.equals(DataFlavor.imageFlavor) && flavors.contains(flavor)) {
            return decoded();
        }
        Form form = Arrays.stream(Form.values())
                .filter(one -> flavor(one).equals(flavor) && flavors.contains(flavor))
                .findFirst()
                .orElseThrow(() -> new UnsupportedFlavorException(flavor));
        return form == Form.PNG ? png() : clip.text(form).orElseThrow();
    }

    private InputStream png() {
        return new ByteArrayInputStream(clip.bytes(Form.PNG).orElseThrow());
    }

    /** Its size was checked when it came; whether there is memory for it just now is another question. */
    private BufferedImage decoded() throws IOException {
        try {
            BufferedImage image = ImageIO.read(png());
            if (image == null) {
                throw new IOException("no picture that can be read");
            }
            return image;
        } catch (OutOfMemoryError tooLarge) {
            throw new IOException("too large an image for this program", tooLarge);
        }
    }
}
