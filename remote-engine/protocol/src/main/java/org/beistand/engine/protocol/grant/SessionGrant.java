package org.beistand.engine.protocol.grant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Role;

/**
 * The helpdesk's word that somebody may connect to one session at one relay, once, soon.
 *
 * @param audience relay id ({@code aud})
 * @param subject the participant, the same for every reconnection ({@code sub})
 * @param grantId single use ({@code jti})
 * @param issuedAt {@code iat}, whole seconds
 * @param expiresAt latest time to connect ({@code exp}), whole seconds
 * @param sessionId {@code sid}
 * @param company id of the company as the helpdesk spells it, opaque to the engine ({@code tid})
 * @param role {@code role}
 * @param name display name ({@code name}), at most {@link Limits#NAME_CHARACTERS} characters
 * @param permissions the ceiling ({@code perm}); empty for the applet
 * @param sessionEnd latest end of the session ({@code end}), whole seconds
 */
public record SessionGrant(
        String audience,
        UUID subject,
        UUID grantId,
        Instant issuedAt,
        Instant expiresAt,
        UUID sessionId,
        String company,
        Role role,
        String name,
        Set<Permission> permissions,
        Instant sessionEnd) {

    /** The claim {@code iss} of every grant. */
    public static final String ISSUER = "beistand";

    public SessionGrant {
        requireNonNull(audience, "audience");
        requireNonNull(subject, "subject");
        requireNonNull(grantId, "grantId");
        requireNonNull(issuedAt, "issuedAt");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(sessionId, "sessionId");
        requireNonNull(company, "company");
        requireNonNull(role, "role");
        requireNonNull(name, "name");
        permissions = Set.copyOf(requireNonNull(permissions, "permissions"));
        requireNonNull(sessionEnd, "sessionEnd");
        if (name.length() > Limits.NAME_CHARACTERS) {
            throw new IllegalArgumentException("a display name has at most " + Limits.NAME_CHARACTERS + " characters");
        }
    }
}
