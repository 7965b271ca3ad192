package org.beistand.helpdesk.session.boundary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent: with its type, plain and packed. */
record StoredFile(String type, byte[] plain, byte[] packed) {

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json;charset=UTF-8",
            "html", "text/html;charset=UTF-8",
            "wasm", "application/wasm",
            "svg", "image/svg+xml");

    static StoredFile of(String path, byte[] bytes) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return new StoredFile(TYPES.getOrDefault(ending, "text/plain;charset=UTF-8"), bytes, pack(bytes));
    }

    private static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
