package org.beistand.helpdesk.brand.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The component library's own theme with its colours exchanged for our tokens, so that brands and dark mode reach every
 * component without a second theme to keep.
 */
final class ComponentTheme {

    private static final String SOURCE = "META-INF/resources/primefaces-saga-blue/theme.css";

    /** White is a ground, except where it is the colour of letters on the accent. */
    private static final Pattern WHITE_LETTERS = Pattern.compile("(?<![-a-z])color:#f{3}(?:f{3})?\\b");

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{3,6}\\b");
    /** Letters come from the page; icons keep their own font. */
    private static final Pattern FONT = Pattern.compile("font-family:(?!var|\"?primeicons)[^;}]*");

    private static final Pattern RADIUS = Pattern.compile("border-radius:[346]px");

    /** Focus is a line, not a glow: it must be seen on any ground. */
    private static final Pattern GLOW = Pattern.compile("rgb\\(166\\.2, ?213, ?250\\.2\\)");

    private static final Pattern ACCENT_SHADES =
            Pattern.compile("rgb\\(1[12]\\.[0-9]+,1[23][0-9]\\.[0-9]+,2[03][0-9]\\.[0-9]+\\)");

    private static final Map<String, String> TOKENS = tokens();

    private ComponentTheme() {}

    static String css() {
        String css = read().toLowerCase(Locale.ROOT);
        css = GLOW.matcher(css).replaceAll("var(--beistand-focus)");
        css = ACCENT_SHADES.matcher(css).replaceAll("var(--beistand-accent-hover)");
        css = WHITE_LETTERS.matcher(css).replaceAll("color:var(--beistand-accent-text)");
        css = FONT.matcher(css).replaceAll("font-family:inherit");
        css = RADIUS.matcher(css).replaceAll("border-radius:var(--beistand-radius)");
        return HEX.matcher(css).replaceAll(hex -> TOKENS.getOrDefault(hex.group(), hex.group()));
    }

    private static Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        put(tokens, "text", "#495057", "#212529", "#252529", "#343a40", "#212121", "#424242");
        put(tokens, "text-muted", "#6c757d", "#607d8b", "#757575", "#616161");
        put(tokens, "border", "#dee2e6", "#e0e0e0", "#dadada");
        put(tokens, "border-strong", "#ced4da", "#adb5bd", "#bdbdbd", "#9e9e9e");
        put(tokens, "surface-sunken", "#e9ecef", "#eeeeee", "#efefef", "#ebebef");
        put(tokens, "surface", "#f8f9fa", "#fafafa", "#f5f5f5", "#f8f8f8", "#fbfcfc");
        put(tokens, "surface-raised", "#fff", "#ffffff");
        put(tokens, "accent", "#2196f3", "#0288d1", "#01579b", "#03a9f4", "#3f51b5");
        put(tokens, "accent-soft", "#e3f2fd", "#b3e5fc");
        put(tokens, "danger", "#f44336", "#d32f2f", "#b71c1c", "#ef5350", "#e0284f", "#e60017", "#ff4032");
        put(tokens, "danger-soft", "#ffcdd2");
        put(tokens, "warning", "#fbc02d", "#7f6003", "#ffc107", "#f57c00");
        put(tokens, "warning-soft", "#ffecb3");
        put(tokens, "success", "#689f38", "#4caf50");
        put(tokens, "success-soft", "#c8e6c9");
        return tokens;
    }

    private static void put(Map<String, String> tokens, String token, String... colours) {
        for (String colour : colours) {
            tokens.put(colour, "var(--beistand-" + token + ")");
        }
    }

    private static String read() {
        ClassLoader loader = ComponentTheme.class.getClassLoader();
        try (InputStream theme =
                Optional.ofNullable(loader.getResourceAsStream(SOURCE)).orElseGet(InputStream::nullInputStream)) {
            return new String(theme.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
