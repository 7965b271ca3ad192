package org.beistand.engine.protocol.grant;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Role;

/** Checks grants offline, for one relay, at one moment. Immutable: new keys make a new verifier. */
public final class GrantVerifier {

    /** Clocks of helpdesk and relay may differ by this much. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private final Map<String, PublicKey> keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    /**
     * @param keys public keys by kid, several while one is rotated
     * @param issuer what {@code iss} must be
     * @param audience what {@code aud} must be: the relay's own id
     * @param clock what time it is
     */
    public GrantVerifier(Map<String, PublicKey> keys, String issuer, String audience, Clock clock) {
        this.keys = Map.copyOf(keys);
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** The verdict on a compact JWS from an untrusted peer. Never throws. */
    public GrantCheck check(String compact) {
        try {
            Claims claims = Claims.parse(Jws.verify(compact, GrantSigner.GRANT_TYPE, keys, Limits.GRANT_CHARACTERS));
            if (!claims.text("iss").equals(issuer)) {
                throw new StatementRefused(GrantRefusal.WRONG_ISSUER);
            }
            SessionGrant grant = read(claims);
            checkPlaceAndTime(grant);
            return new GrantCheck.Accepted(grant);
        } catch (StatementRefused refused) {
            return new GrantCheck.Refused(refused.reason());
        }
    }

    private void checkPlaceAndTime(SessionGrant grant) {
        Instant now = clock.instant();
        if (!grant.audience().equals(audience)) {
            throw new StatementRefused(GrantRefusal.WRONG_AUDIENCE);
        }
        if (grant.issuedAt().isAfter(now.plus(SKEW))) {
            throw new StatementRefused(GrantRefusal.NOT_YET_VALID);
        }
        if (!now.isBefore(grant.expiresAt())) {
            throw new StatementRefused(GrantRefusal.EXPIRED);
        }
        if (!now.isBefore(grant.sessionEnd())) {
            throw new StatementRefused(GrantRefusal.SESSION_OVER);
        }
    }

    private static SessionGrant read(Claims claims) {
        Role role = Role.ofWireName(claims.text("role"))
                .orElseThrow(() -> new StatementRefused(GrantRefusal.INVALID_CLAIMS));
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String name : claims.texts("perm")) { // a permission of a later release is one that nobody here can use
            Permission.ofWireName(name).ifPresent(permissions::add);
        }
        String name = claims.text("name");
        if (name.length() > Limits.NAME_CHARACTERS) {
            throw new StatementRefused(GrantRefusal.INVALID_CLAIMS);
        }
        return new SessionGrant(
                claims.text("aud"),
                claims.uuid("sub"),
                claims.uuid("jti"),
                claims.instant("iat"),
                claims.instant("exp"),
                claims.uuid("sid"),
                claims.text("tid"),
                role,
                name,
                permissions,
                claims.instant("end"));
    }
}
