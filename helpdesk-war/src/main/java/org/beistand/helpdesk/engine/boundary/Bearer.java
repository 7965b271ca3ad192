package org.beistand.helpdesk.engine.boundary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret in an {@code Authorization: Bearer} header. */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 512;

    private Bearer() {}

    static Optional<String> of(@Nullable String header) {
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}
