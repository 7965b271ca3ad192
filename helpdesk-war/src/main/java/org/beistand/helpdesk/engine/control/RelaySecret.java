package org.beistand.helpdesk.engine.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What relays prove themselves with: {@code BEISTAND_RELAY_SECRET}, at least 16 characters. Without one no relay is let in:
 * a relay sees who connects to whom, so there is no default.
 */
@ApplicationScoped
public class RelaySecret {

    private static final int SHORTEST = 16;

    @Inject
    @ConfigProperty(name = "beistand.relay.secret")
    Optional<String> secret;

    /** Compares hashes, in constant time: neither length nor common beginning shows in how long it takes. */
    public boolean matches(String presented) {
        return secret.filter(known -> known.length() >= SHORTEST)
                .map(known -> MessageDigest.isEqual(hash(known), hash(presented)))
                .orElse(false);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
