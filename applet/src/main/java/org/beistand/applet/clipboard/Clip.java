package org.beistand.applet.clipboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a clipboard holds, in one form or several; only what has passed {@link Passage} becomes one. Never logged. */
public final class Clip {

    private final Map<Form, byte[]> parts;

    Clip(Map<Form, byte[]> parts) {
        EnumMap<Form, byte[]> ordered = new EnumMap<>(Form.class);
        ordered.putAll(parts);
        this.parts = Collections.unmodifiableMap(ordered);
    }

    /** In the order of the parts. */
    public Set<Form> forms() {
        return parts.keySet();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** @return a copy; empty when there is none of this form */
    public Optional<byte[]> bytes(Form form) {
        return Optional.ofNullable(parts.get(form)).map(byte[]::clone);
    }

    /** The text of a form that is one. */
    public Optional<String> text(Form form) {
        return Optional.ofNullable(parts.get(form)).map(bytes -> new String(bytes, UTF_8));
    }

    /** Bytes of this form; 0: there is none. */
    public int size(Form form) {
        return Optional.ofNullable(parts.get(form)).map(bytes -> bytes.length).orElse(0);
    }

    /** All parts one behind the other, as they travel. */
    public byte[] joined() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.values().forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** For the journal: forms and bytes, e.g. "text/plain 12, image/png 3456". */
    public String described() {
        return parts.entrySet().stream()
                .map(part -> part.getKey().mediaType() + " " + part.getValue().length)
                .collect(Collectors.joining(", "));
    }

    /** Forms and sizes: contents stay out of logs. */
    @Override
    public String toString() {
        return "Clip[" + described() + "]";
    }
}
