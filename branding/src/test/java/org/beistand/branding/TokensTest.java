package org.beistand.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 computes it (success criteria 1.4.3 and 1.4.11), for light and dark. */
class TokensTest {

    private static final Pattern PROPERTY = Pattern.compile("--beistand-([a-z-]+):\\s*(#[0-9a-f]{6});");
    private static final String CSS =
            Brands.builtIn().find(Brands.BASE).file("tokens.css").orElseThrow().text();

    @ParameterizedTest
    @CsvSource({
        "text, surface, 4.5",
        "text, surface-raised, 4.5",
        "text, surface-sunken, 4.5",
        "text, internal, 4.5",
        "text, public, 4.5",
        "text, accent-soft, 4.5",
        "text, danger-soft, 4.5",
        "text, success-soft, 4.5",
        "text, warning-soft, 4.5",
        "text-muted, surface, 4.5",
        "text-muted, surface-raised, 4.5",
        "text-muted, surface-sunken, 4.5",
        "text-muted, internal, 4.5",
        "accent, surface, 4.5",
        "accent, surface-raised, 4.5",
        "accent, accent-soft, 4.5",
        "accent-text, accent, 4.5",
        "accent-text, accent-hover, 4.5",
        "danger, surface-raised, 4.5",
        "danger, danger-soft, 4.5",
        "danger-text, danger, 4.5",
        "success, surface-raised, 4.5",
        "success, success-soft, 4.5",
        "success-text, success, 4.5",
        "warning, surface-raised, 4.5",
        "warning, warning-soft, 4.5",
        "warning-text, warning, 4.5",
        "border-strong, surface-raised, 3.0",
        "focus, surface, 3.0",
        "internal-border, internal, 2.5",
    })
    void keepsContrast(String ink, String ground, double least) {
        for (Map<String, String> scheme : new Map[] {light(), dark()}) {
            assertThat(contrast(scheme.getOrDefault(ink, "missing"), scheme.getOrDefault(ground, "missing")))
                    .as("%s on %s in %s", ink, ground, scheme.get("surface"))
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void saysTheSameDarkColoursForTheSystemAndForTheChoice() {
        assertThat(section("prefers-color-scheme: dark", ":root[data-theme=\"dark\"]"))
                .isEqualTo(dark())
                .containsOnlyKeys(light().keySet());
    }

    private static Map<String, String> light() {
        return section(":root {", "@media");
    }

    private static Map<String, String> dark() {
        return section("\n:root[data-theme=\"dark\"]", "");
    }

    private static Map<String, String> section(String from, String to) {
        int start = CSS.indexOf(from);
        int end = to.isEmpty() ? CSS.length() : CSS.indexOf(to, start);
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = PROPERTY.matcher(CSS.substring(start, end));
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
