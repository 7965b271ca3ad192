package org.beistand.engine.protocol.grant;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;

/** Typed access to verified claims. Anything missing or of another type is INVALID_CLAIMS. */
record Claims(Map<String, Object> values) {

    static Claims parse(byte[] payload) {
        try {
            return new Claims(Json.readObject(payload));
        } catch (JsonRefused noObject) {
            throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
        }
    }

    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
    }

    UUID uuid(String name) {
        String text = text(name);
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) { // the JDK also takes "1-1-1-1-1"
                return uuid;
            }
        } catch (IllegalArgumentException noUuid) {
            throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
        }
        throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
    }

    /** Whole seconds since 1970. */
    Instant instant(String name) {
        Object value = values.get(name);
        if (value instanceof Integer || value instanceof Long) {
            try {
                return Instant.ofEpochSecond(((Number) value).longValue());
            } catch (DateTimeException outOfRange) {
                throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
            }
        }
        throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
    }

    List<String> texts(String name) {
        if (values.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
    }

    /** Texts by name; an entry that is not text makes the whole claim invalid. */
    Map<String, String> textMap(String name) {
        if (!(values.get(name) instanceof Map<?, ?> map)) {
            throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String textKey) || !(value instanceof String textValue)) {
                throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
            }
            texts.put(textKey, textValue);
        });
        return texts;
    }
}
