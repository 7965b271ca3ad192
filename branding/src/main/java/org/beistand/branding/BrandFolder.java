package org.beistand.branding;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the files of brands lie: in a folder of the machine, or on the class path. Both hold one folder per brand. */
sealed interface BrandFolder {

    /** A brand's file is a logo, a style sheet or a text, never a film. */
    int MAX_FILE_BYTES = 2 * 1024 * 1024;

    /** Path elements are plain names: nothing starts with a dot, so nothing climbs out of the brand's folder. */
    Pattern SAFE_PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    /**
     * @param brand a checked brand name
     * @param path relative, '/' between its elements
     * @return the file's bytes; empty when there is none, it is no plain file, or it is too large
     */
    Optional<byte[]> read(String brand, String path) throws IOException;

    /** Brands built into the program: class path folder "themes/". */
    record OnClassPath(ClassLoader loader) implements BrandFolder {
        @Override
        public Optional<byte[]> read(String brand, String path) throws IOException {
            URL found = SAFE_PATH.matcher(path).matches() ? loader.getResource("themes/" + brand + "/" + path) : null;
            return found == null ? Optional.empty() : readLimited(found);
        }

        private static Optional<byte[]> readLimited(URL found) throws IOException {
            try (InputStream in = found.openStream()) {
                byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
                return bytes.length > MAX_FILE_BYTES ? Optional.empty() : Optional.of(bytes);
            }
        }
    }

    /** Brands that a company keeps beside the program; links are not followed. */
    record OnDisk(Path folder) implements BrandFolder {
        @Override
        public Optional<byte[]> read(String brand, String path) throws IOException {
            if (!SAFE_PATH.matcher(path).matches()) {
                return Optional.empty();
            }
            Path file = folder.resolve(brand).resolve(path);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_FILE_BYTES) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        }
    }
}
