package org.beistand.engine.protocol.grant;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;

/**
 * What travels beside the applet's program in {@code session.jws}: where to call and whom for.
 *
 * @param helpdesk base URL of the helpdesk
 * @param token the applet's bearer token at the helpdesk
 * @param sessionId {@code sid}
 * @param company display name of the company
 * @param language BCP 47 tag
 * @param brand texts and colours by name
 * @param expiresAt after this the download is stale, whole seconds
 */
public record SessionManifest(
        URI helpdesk,
        String token,
        UUID sessionId,
        String company,
        String language,
        Map<String, String> brand,
        Instant expiresAt) {

    public SessionManifest {
        requireNonNull(helpdesk, "helpdesk");
        requireNonNull(token, "token");
        requireNonNull(sessionId, "sessionId");
        requireNonNull(company, "company");
        requireNonNull(language, "language");
        brand = Map.copyOf(requireNonNull(brand, "brand"));
        requireNonNull(expiresAt, "expiresAt");
    }

    /** Never prints the token. */
    @Override
    public String toString() {
        return "SessionManifest[helpdesk=" + helpdesk + ", sessionId=" + sessionId + "]";
    }

    /**
     * The manifest in a compact JWS, when one of the helpdesk's keys signed it and it is still good.
     *
     * @throws StatementRefused otherwise, with the reason
     */
    public static SessionManifest verify(String compact, Map<String, PublicKey> keys, Clock clock) {
        Claims claims = Claims.parse(Jws.verify(compact, GrantSigner.MANIFEST_TYPE, keys, Limits.MANIFEST_CHARACTERS));
        SessionManifest manifest = new SessionManifest(
                helpdesk(claims.text("helpdesk")),
                claims.text("token"),
                claims.uuid("sid"),
                claims.text("company"),
                claims.text("language"),
                claims.textMap("brand"),
                claims.instant("exp"));
        if (!clock.instant().isBefore(manifest.expiresAt())) {
            throw new StatementRefused(GrantRefusal.EXPIRED);
        }
        return manifest;
    }

    private static URI helpdesk(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
        }
        throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
    }
}
