package org.beistand.engine.protocol.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.beistand.engine.protocol.Limits;

/**
 * The contract's records to JSON and back, for processes without JSON-B. Unknown fields are ignored, absent ones are
 * null where the record allows it, duplicates are refused, instants are ISO-8601 in UTC.
 */
public final class Json {

    /** Deepest nesting in the contract is four; hostile nesting ends early. */
    private static final int DEPTH = 16;

    private static final JSON JSON_RECORDS = com.fasterxml
            .jackson
            .jr
            .ob
            .JSON
            .builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(Limits.JSON_BYTES)
                            .maxNumberLength(32)
                            .maxNameLength(Limits.NAME_CHARACTERS)
                            .build())
                    .build())
            .register(new InstantExtension())
            .build();

    private Json() {}

    /** The record as UTF-8 JSON; absent parts are left out. */
    public static byte[] write(Object value) {
        try {
            return JSON_RECORDS.asBytes(value);
        } catch (IOException cannotBeWritten) {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getSimpleName(), cannotBeWritten);
        }
    }

    /**
     * A record from UTF-8 JSON.
     *
     * @throws JsonRefused for anything that is not such a record
     */
    public static <T> T read(byte[] document, Class<T> type) {
        if (document.length > Limits.JSON_BYTES) {
            throw new JsonRefused("document longer than " + Limits.JSON_BYTES + " bytes");
        }
        try {
            T value = JSON_RECORDS.beanFrom(type, document);
            if (value == null) {
                throw new JsonRefused("null is no " + type.getSimpleName());
            }
            return value;
        } catch (IOException | NullPointerException | IllegalArgumentException refused) {
            throw new JsonRefused("no " + type.getSimpleName() + ": " + kind(refused));
        }
    }

    /**
     * A record from a stream of UTF-8 JSON, read to its end but never further than the limit. Does not close it.
     *
     * @throws JsonRefused for anything that is not such a record
     * @throws IOException when the stream itself fails
     */
    public static <T> T read(InputStream stream, Class<T> type) throws IOException {
        return read(stream.readNBytes(Limits.JSON_BYTES + 1), type);
    }

    /**
     * An object of plain values: String, Number, Boolean, List, Map.
     *
     * @throws JsonRefused for anything else
     */
    public static Map<String, Object> readObject(byte[] document) {
        if (document.length > Limits.JSON_BYTES) {
            throw new JsonRefused("document longer than " + Limits.JSON_BYTES + " bytes");
        }
        try {
            Map<String, Object> object = JSON_RECORDS.mapFrom(document);
            if (object == null) {
                throw new JsonRefused("null is no object");
            }
            return object;
        } catch (IOException | IllegalArgumentException refused) {
            throw new JsonRefused("no object: " + kind(refused));
        }
    }

    private static String kind(Exception refused) {
        Throwable root = refused.getCause() == null ? refused : refused.getCause();
        return root.getClass().getSimpleName();
    }
}
