package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.beistand.helpdesk.platform.secret.KeyFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of {@link PinHashes}: {@code beistand.pin.key} (base64, at least 32 bytes) where several nodes share one
 * database, else made at the first start and kept in {@code keys/pin.key} of the data folder, readable by the owner only.
 * Losing it costs nothing but the PINs that live at that moment.
 */
@ApplicationScoped
class PinKey {

    private static final int BYTES = 32;

    @Inject
    @ConfigProperty(name = "beistand.pin.key")
    Optional<String> configured;

    @Inject
    @ConfigProperty(name = "beistand.data", defaultValue = "data")
    String dataFolder;

    @Inject
    SecureRandom random;

    byte[] bytes() {
        return configured
                .map(Base64.getDecoder()::decode)
                .orElseGet(() -> KeyFile.keep(dataFolder, "pin.key", BYTES, random));
    }
}
