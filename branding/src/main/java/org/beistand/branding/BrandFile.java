package org.beistand.branding;

import java.nio.charset.StandardCharsets;

/**
 * One file of a brand as found by the lookup.
 *
 * @param brand the brand of the chain that holds it
 * @param path relative to the brand's folder, e.g. "logo.svg"
 * @param content the whole file, at most {@link BrandFolder#MAX_FILE_BYTES}
 */
public record BrandFile(String brand, String path, Content content) {

    /** @return the file read as UTF-8 */
    public String text() {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    /** Bytes that nobody changes: copied on the way in and out. */
    public static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** @return a copy */
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
