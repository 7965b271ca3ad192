package org.beistand.helpdesk.ticket.boundary;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads a request's fields one by one and says by name which one is wrong. A field that nobody knows is wrong too. */
final class JsonFields {

    private final JsonObject object;

    /** @throws InvalidFieldException if the object has a field that is not in {@code known} */
    JsonFields(JsonObject object, Set<String> known) {
        this.object = object;
        object.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidFieldException(unknown);
                });
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** A text; empty if the field is missing or null. */
    Optional<String> text(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonString string) {
                return string.getString();
            }
            throw new InvalidFieldException(name);
        });
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new InvalidFieldException(name));
    }

    Optional<UUID> id(String name) {
        return text(name).map(text -> readId(name, text));
    }

    Optional<Long> number(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonNumber number && number.isIntegral()) {
                return number.longValue();
            }
            throw new InvalidFieldException(name);
        });
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> kind) {
        return text(name).map(text -> readChoice(name, text, kind));
    }

    Set<UUID> ids(String name) {
        return value(name)
                .map(value -> {
                    if (value.getValueType() != JsonValue.ValueType.ARRAY) {
                        throw new InvalidFieldException(name);
                    }
                    return value.asJsonArray().stream()
                            .map(item -> item instanceof JsonString string ? string.getString() : "")
                            .map(text -> readId(name, text))
                            .collect(Collectors.toUnmodifiableSet());
                })
                .orElse(Set.of());
    }

    static UUID readId(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(name);
        }
    }

    /** Case does not matter: {@code open} and {@code OPEN}. */
    static <E extends Enum<E>> E readChoice(String name, String text, Class<E> kind) {
        var wanted = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(kind.getEnumConstants())
                .filter(choice -> choice.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException(name));
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
    }
}
