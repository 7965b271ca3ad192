package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few colours of a brand that a mail uses. Mail programs know neither custom properties nor our style sheets, so the
 * tokens' values are read out of the brand's own file and written into each element.
 */
@ApplicationScoped
class BrandLook {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** @param accent ground of the button, {@code text} what is written on it */
    record Colours(String accent, String text) {}

    Colours of(String brand) {
        String base = tokens("base");
        String own = NAME.matcher(brand).matches() ? tokens(brand) : "";
        return new Colours(value(own, base, "--beistand-accent"), value(own, base, "--beistand-accent-text"));
    }

    private static String value(String own, String base, String token) {
        return read(own, token).or(() -> read(base, token)).orElse("#1b5e9e");
    }

    /** The first, which is the light one: mail programs that go dark change colours by themselves. */
    private static Optional<String> read(String css, String token) {
        Matcher found = Pattern.compile(Pattern.quote(token) + ":\\s*(#[0-9a-fA-F]{3,8})\\s*;")
                .matcher(css);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String tokens(String brand) {
        String file = "themes/" + brand + "/tokens.css";
        try (InputStream in = BrandLook.class.getClassLoader().getResourceAsStream(file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
