package org.beistand.helpdesk.platform.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of {@link Vault}: {@code beistand.vault.key} (base64, 32 bytes) where several nodes share one database, else
 * made at the first use and kept in {@code keys/vault.key} of the data folder, readable by the owner only. Whoever loses
 * it types the passwords of connected systems in again.
 */
@ApplicationScoped
class VaultKey {

    static final int BYTES = 32;

    @Inject
    @ConfigProperty(name = "beistand.vault.key")
    Optional<String> configured = Optional.empty();

    @Inject
    @ConfigProperty(name = "beistand.data", defaultValue = "data")
    String dataFolder = "data";

    @Inject
    SecureRandom random;

    byte[] bytes() {
        byte[] key = configured
                .map(Base64.getDecoder()::decode)
                .orElseGet(() -> KeyFile.keep(dataFolder, "vault.key", BYTES, random));
        if (key.length != BYTES) {
            throw new IllegalStateException("beistand.vault.key must be " + BYTES + " bytes in base64");
        }
        return key;
    }
}
