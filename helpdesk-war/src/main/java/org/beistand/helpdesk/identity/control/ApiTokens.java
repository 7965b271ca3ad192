package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.identity.entity.ApiToken;
import org.beistand.helpdesk.identity.entity.ApiTokenLogin;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/**
 * The API tokens of the current company. A token is {@code bst_} and 256 random bits; a plain hash is enough to store it,
 * because nobody can try that many.
 */
@ApplicationScoped
public class ApiTokens {

    private static final String PREFIX = "bst_";
    private static final Pattern FORM = Pattern.compile("bst_[A-Za-z0-9_-]{43}");

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    SecureRandom random;

    /** @return the token's text, which nobody will ever see again */
    public String add(ApiToken token) {
        String text = PREFIX + SecretToken.random(random).value();
        entities.persist(token);
        entities.persist(new ApiTokenLogin(hash(text), token, CurrentCompany.require()));
        return text;
    }

    /** Which company's token that is; only within {@code CurrentCompany.forInstallation}. */
    public Optional<ApiTokenLogin> find(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(entities.find(ApiTokenLogin.class, hash(text)));
    }

    public Optional<ApiToken> byId(UUID id) {
        return Optional.ofNullable(entities.find(ApiToken.class, id));
    }

    /** Ends every token that an account made. @return how many */
    public int revokeAllOf(UUID accountId, Instant now) {
        List<ApiToken> own = entities.createQuery(
                        "from ApiToken where accountId = :account and revokedAt is null", ApiToken.class)
                .setParameter("account", accountId)
                .getResultList();
        own.forEach(token -> token.revoke(now));
        return own.size();
    }

    /** Newest first. */
    public List<ApiToken> all() {
        return entities.createQuery("from ApiToken order by createdAt desc, id", ApiToken.class)
                .getResultList();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
