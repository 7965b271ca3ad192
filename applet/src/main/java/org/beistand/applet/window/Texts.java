package org.beistand.applet.window;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the window in one language. */
record Texts(Locale locale, ResourceBundle bundle) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** @return German or English; English for every other language */
    static Texts in(Locale locale) {
        return new Texts(
                locale,
                ResourceBundle.getBundle(
                        "org.beistand.applet.window.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    /** Key code of a mnemonic: its letter. */
    int mnemonic(String key) {
        return bundle.getString(key).charAt(0);
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** "812 B", "1.2 MB": as people say it. */
    String size(long bytes) {
        String[] units = {"B", "kB", "MB", "GB"};
        double shown = bytes;
        int unit = 0;
        while (shown >= 1000 && unit < units.length - 1) {
            shown /= 1000;
            unit++;
        }
        NumberFormat figures = NumberFormat.getNumberInstance(locale);
        figures.setMaximumFractionDigits(unit == 0 || shown >= 100 ? 0 : 1);
        return figures.format(shown) + "\u00a0" + units[unit];
    }

    /** "A", "A and B", "A, B and C". */
    String names(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + text("names.and") + names.getLast();
    }
}
