package org.beistand.applet.session;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;
import org.beistand.engine.protocol.grant.GrantRefusal;
import org.beistand.engine.protocol.grant.SessionManifest;
import org.beistand.engine.protocol.grant.StatementRefused;

/**
 * The file {@code session.jws} beside the program. Which helpdesk to ask for its keys stands in the file itself, so the
 * signature protects against damage and a stale download rather than against a forged program: that is what the download's
 * https is for.
 *
 * @param compact the signed manifest
 * @param helpdesk base URL, not yet verified
 */
record ManifestFile(String compact, URI helpdesk) {

    /** @throws StartFailed when there is none or it is damaged */
    static ManifestFile read(Path file) {
        try {
            if (Files.size(file) > Limits.MANIFEST_CHARACTERS) {
                throw new StartFailed("start.manifest_damaged", "manifest is too large");
            }
            return parse(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException missing) {
            throw new StartFailed("start.manifest_missing", missing);
        } catch (IOException unreadable) {
            throw new StartFailed("start.manifest_damaged", unreadable);
        }
    }

    static ManifestFile parse(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new StartFailed("start.manifest_damaged", "no compact JWS");
        }
        try {
            Map<String, Object> claims = Json.readObject(Base64.getUrlDecoder().decode(parts[1]));
            URI helpdesk = URI.create(String.valueOf(claims.get("helpdesk")));
            if (helpdesk.getHost() == null
                    || !("http".equals(helpdesk.getScheme()) || "https".equals(helpdesk.getScheme()))) {
                throw new StartFailed("start.manifest_damaged", "no helpdesk named");
            }
            return new ManifestFile(compact, helpdesk);
        } catch (JsonRefused | IllegalArgumentException damaged) {
            throw new StartFailed("start.manifest_damaged", damaged);
        }
    }

    /** @throws StartFailed when none of the helpdesk's keys signed it, or it has expired */
    SessionManifest verify(Map<String, PublicKey> keys, Clock clock) {
        try {
            return SessionManifest.verify(compact, keys, clock);
        } catch (StatementRefused refused) {
            throw new StartFailed(
                    refused.reason() == GrantRefusal.EXPIRED ? "start.manifest_expired" : "start.manifest_damaged",
                    refused);
        }
    }
}
