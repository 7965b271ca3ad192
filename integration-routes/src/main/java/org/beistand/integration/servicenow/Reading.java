package org.beistand.integration.servicenow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.beistand.integration.servicenow.HttpCalls.Answer;

/** Understands answers. Nothing is taken for success that is not JSON of the expected shape, whatever its status. */
final class Reading {

    private static final int LONGEST_REASON = 300;

    private Reading() {}

    /** The one record of an answer. */
    static Map<String, String> record(Answer answer) {
        require(answer);
        if (object(answer).get("result") instanceof Map<?, ?> result) {
            return texts(result);
        }
        throw unreadable(answer);
    }

    /** The records of an answer. */
    static List<Map<String, String>> records(Answer answer) {
        require(answer);
        if (object(answer).get("result") instanceof List<?> results) {
            List<Map<String, String>> records = new ArrayList<>();
            for (Object one : results) {
                if (one instanceof Map<?, ?> result) {
                    records.add(texts(result));
                }
            }
            return records;
        }
        throw unreadable(answer);
    }

    static Map<String, Object> object(Answer answer) {
        if (!answer.isSuccess() || !answer.isJson()) {
            throw unreadable(answer);
        }
        try {
            if (Jsoner.deserialize(new String(answer.body(), StandardCharsets.UTF_8)) instanceof JsonObject object) {
                return object;
            }
        } catch (DeserializationException | RuntimeException broken) {
            throw unreadable(answer);
        }
        throw unreadable(answer);
    }

    static String text(Map<?, ?> object, String name, String otherwise) {
        Object value = object.get(name);
        return value == null ? otherwise : String.valueOf(value);
    }

    /** A refusal that repeating will not change, or one that it may. */
    private static void require(Answer answer) {
        int status = answer.status();
        if (answer.isSuccess()) {
            return;
        }
        Duration wait = answer.retryAfter().orElse(Duration.ZERO);
        switch (status) {
            case 429 -> throw Trouble.forEverybody("rate-limit", wait);
            case 503 -> throw Trouble.forEverybody("unavailable: " + status, wait);
            case 502, 504 -> throw gaveUp(status, wait, answer.settling());
            case 400, 403, 404, 405, 406, 409, 413, 414, 415, 422 ->
                throw Trouble.forGood("refused: " + status + " " + message(answer));
            default -> {
                if (status >= 300 && status < 400) {
                    throw Trouble.forEverybody("redirected", wait);
                }
                throw Trouble.forNow("unexpected: " + status);
            }
        }
    }

    /** A gateway gave up waiting: what was to be written may be written yet, and this letter waits for it, nobody else. */
    private static Trouble gaveUp(int status, Duration wait, Duration settling) {
        String reason = "unavailable: " + status;
        return settling.isZero()
                ? Trouble.forEverybody(reason, wait)
                : Trouble.noAnswer(reason, wait.compareTo(settling) > 0 ? wait : settling);
    }

    private static Trouble unreadable(Answer answer) {
        if (!answer.isSuccess()) {
            return Trouble.forNow("unexpected: " + answer.status());
        }
        // Something that is no instance answered in its place.
        return Trouble.noAnswer("no-json: " + answer.status(), answer.isJson() ? Duration.ZERO : answer.settling());
    }

    private static String message(Answer answer) {
        if (!answer.isJson()) {
            return "no reason given";
        }
        try {
            var whole = Jsoner.deserialize(new String(answer.body(), StandardCharsets.UTF_8));
            if (whole instanceof JsonObject object && object.get("error") instanceof Map<?, ?> error) {
                String reason = text(error, "message", "") + " " + text(error, "detail", "");
                return reason.substring(0, Math.min(reason.length(), LONGEST_REASON))
                        .strip();
            }
        } catch (DeserializationException broken) {
            return "no readable reason given";
        }
        return "no reason given";
    }

    /** Values are text; with display values asked for, an object of which the value is taken. */
    private static Map<String, String> texts(Map<?, ?> result) {
        Map<String, String> texts = new LinkedHashMap<>();
        result.forEach((name, value) -> texts.put(
                String.valueOf(name),
                value instanceof Map<?, ?> reference
                        ? text(reference, "value", text(reference, "display_value", ""))
                        : value == null ? "" : String.valueOf(value)));
        return texts;
    }
}
