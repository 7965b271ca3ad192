package org.beistand.callingcard;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What an administrator wrote into {@code calling-card.properties} when installing the card.
 *
 * @param helpdesk base URL: https, or http on this machine
 * @param company the company's path at the helpdesk
 * @param brand name of the installed brand
 */
record CardSettings(URI helpdesk, String company, String brand) {

    private static final Pattern COMPANY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** @throws CardNotUsable with a sentence for the administrator */
    static CardSettings read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CardNotUsable(file + " cannot be read");
        }
        String company = properties.getProperty("company", "").strip();
        if (!COMPANY.matcher(company).matches()) {
            throw new CardNotUsable("company in " + file + " is no company's path");
        }
        return new CardSettings(
                helpdesk(properties.getProperty("helpdesk", "").strip(), file),
                company,
                properties.getProperty("brand", "base").strip());
    }

    private static URI helpdesk(String text, Path file) {
        try {
            URI uri = URI.create(text);
            boolean local = "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || local)) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            throw new CardNotUsable("helpdesk in " + file + " is no address");
        }
        throw new CardNotUsable("helpdesk in " + file + " must begin with https://");
    }

    /** The page where the customer types the code from the technician. */
    URI portal() {
        String base = helpdesk.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "c/" + company + "/");
    }
}
