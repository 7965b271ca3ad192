package org.beistand.callingcard;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.Applet;
import org.beistand.branding.Brand;
import org.beistand.branding.Brands;

/**
 * Read this first. The icon on the customer's desktop: without an argument it opens the company's own portal page in the
 * browser, where the code from the technician is typed; with the path of a {@code session.jws} it starts the installed
 * applet for that session.
 */
public final class CallingCard {

    private static final Logger LOG = Logger.getLogger(CallingCard.class.getName());

    /** System property with the folder of the installed card: calling-card.properties and brands/. */
    private static final String HOME_PROPERTY = "beistand.home";

    private CallingCard() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            Applet.main(args);
            return;
        }
        Path home = Path.of(System.getProperty(HOME_PROPERTY, "."));
        try {
            CardSettings settings = CardSettings.read(home.resolve("calling-card.properties"));
            Brand brand = Brands.in(home.resolve("brands")).find(settings.brand());
            String product = brand.text("product.name", Locale.getDefault()).orElse(settings.company());
            LOG.log(Level.INFO, "{0} opens {1}", new Object[] {product, settings.portal()});
            open(settings.portal());
        } catch (CardNotUsable wrong) {
            LOG.severe(wrong.getMessage());
            System.exit(1);
        }
    }

    private static void open(URI page) {
        try {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(page);
            } else {
                new ProcessBuilder("xdg-open", page.toString()).inheritIO().start();
            }
        } catch (IOException noBrowser) {
            throw new CardNotUsable("no browser opens " + page);
        }
    }
}
