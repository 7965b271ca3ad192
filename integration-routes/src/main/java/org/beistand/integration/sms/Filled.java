package org.beistand.integration.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values into a template, each escaped for where it stands, in one pass: a value is never read as a template. */
final class Filled {

    private static final Pattern PLACE = Pattern.compile("\\{(to|digits|text|from|id|secret|report)}");

    private Filled() {}

    static String address(String template, Map<String, String> values) {
        return fill(template, values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** One line, whatever the value is. */
    static String header(String template, Map<String, String> values) {
        return fill(template, values, value -> value.replaceAll("\\p{Cntrl}", " "));
    }

    static String body(String template, String contentType, Map<String, String> values) {
        String kind = contentType.toLowerCase(java.util.Locale.ROOT);
        if (kind.contains("json")) {
            return fill(template, values, Filled::json);
        }
        return kind.contains("xml")
                ? fill(template, values, Filled::xml)
                : fill(template, values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> escape) {
        Matcher places = PLACE.matcher(template);
        return places.replaceAll(
                found -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(found.group(1), ""))));
    }

    private static String json(String value) {
        var escaped = new StringBuilder();
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String xml(String value) {
        return value.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
