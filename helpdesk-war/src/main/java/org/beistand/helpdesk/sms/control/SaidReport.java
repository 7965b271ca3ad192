package org.beistand.helpdesk.sms.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * What a provider sent to say what became of a message. Everything in it is a stranger's.
 *
 * @param query of the address, undecoded; may be empty
 * @param contentType of the body; may be empty
 */
public record SaidReport(String query, String contentType, String body) {

    /** A state is a word or a number, not a page. */
    private static final int LONGEST_WORD = 60;

    /** The value of that name, wherever it stands: in the address, in a form, or anywhere in a JSON document. */
    public Optional<String> value(String field) {
        return inForm(query, field)
                .or(() -> contentType.toLowerCase(Locale.ROOT).contains("json") ? inJson(field) : inForm(body, field))
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)));
    }

    private static Optional<String> inForm(String form, String field) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && decoded(pair[0]).equalsIgnoreCase(field))
                .map(pair -> decoded(pair[1]))
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException torn) {
            return text;
        }
    }

    private Optional<String> inJson(String field) {
        try (var reader = Json.createReader(new StringReader(body))) {
            JsonStructure whole = reader.read();
            return find(whole, field);
        } catch (JsonException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> find(JsonValue value, String field) {
        return switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(field))
                        .map(entry -> word(entry.getValue()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(() -> inOneOf(value.asJsonObject().values(), field));
            case ARRAY -> inOneOf(value.asJsonArray(), field);
            case STRING, NUMBER, TRUE, FALSE, NULL -> Optional.empty();
        };
    }

    private static Optional<String> inOneOf(Collection<JsonValue> values, String field) {
        return values.stream()
                .map(each -> find(each, field))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> word(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER -> Optional.of(value.toString());
            case OBJECT, ARRAY, TRUE, FALSE, NULL -> Optional.empty();
        };
    }
}
