package org.beistand.applet.clipboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.clipboard.HtmlFormatting;
import org.beistand.engine.protocol.clipboard.PngShape;

/**
 * What may pass from one clipboard to the other: sizes within the limits, text that is text, HTML cut down to formatting,
 * images that are plain PNG. Nothing is decoded before its size is known.
 */
public final class Passage {

    private Passage() {}

    /** Of our own clipboard: what does not pass is left out, the rest goes. */
    public static Clip outwards(Map<Form, byte[]> held) {
        EnumMap<Form, byte[]> passing = new EnumMap<>(Form.class);
        held.forEach((form, bytes) -> through(form, bytes)
                .filter(through -> through.length > 0 && through.length <= form.mostBytes())
                .ifPresent(through -> passing.put(form, through)));
        return new Clip(passing);
    }

    /** @return empty: something of it is not what it says, or nothing of it may pass */
    public static Optional<Clip> inwards(Map<Form, byte[]> received) {
        EnumMap<Form, byte[]> passing = new EnumMap<>(Form.class);
        for (Map.Entry<Form, byte[]> part : received.entrySet()) {
            Optional<byte[]> through = through(part.getKey(), part.getValue());
            if (through.isEmpty()) {
                return Optional.empty();
            }
            if (through.get().length > 0) {
                passing.put(part.getKey(), through.get());
            }
        }
        return passing.isEmpty() ? Optional.empty() : Optional.of(new Clip(passing));
    }

    /** @return nothing when it is not of this form; no bytes when nothing of it is to be kept */
    private static Optional<byte[]> through(Form form, byte[] bytes) {
        if (bytes.length > form.mostBytes()) {
            return Optional.empty();
        }
        return switch (form) {
            case TEXT -> text(bytes).map(text -> text.replace("\r\n", "\n").getBytes(UTF_8));
            case HTML ->
                text(bytes).map(HtmlFormatting::of).map(html -> hasWords(html) ? html.getBytes(UTF_8) : new byte[0]);
            case PNG -> PngShape.plain(bytes);
        };
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** Whether anything is left beside tags. */
    private static boolean hasWords(String html) {
        return !html.replaceAll("<[^>]*+>", "").isBlank();
    }
}
