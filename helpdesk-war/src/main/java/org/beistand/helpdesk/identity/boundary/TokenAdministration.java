package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.identity.control.ApiTokens;
import org.beistand.helpdesk.identity.entity.ApiToken;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.security.Scope;

/** Makes and revokes the company's API tokens. */
@ApplicationScoped
@Transactional
public class TokenAdministration {

    /** Longer lives are forgotten about. */
    public static final int LONGEST_LIFE_DAYS = 366;

    @Inject
    ApiTokens tokens;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    public List<TokenCard> all() {
        current.require(Role.ADMINISTRATOR);
        Instant now = clock.instant();
        return tokens.all().stream().map(token -> TokenCard.of(token, now)).toList();
    }

    /** @throws TokenRuleException without a scope, or with an impossible life */
    public NewToken create(String name, Set<Scope> scopes, int days) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        if (scopes.isEmpty() || days < 1 || days > LONGEST_LIFE_DAYS || name.isBlank() || name.length() > 100) {
            throw new TokenRuleException();
        }
        Instant now = clock.instant();
        var token = new ApiToken(caller.accountId(), name.strip(), scopes, now, now.plus(Duration.ofDays(days)));
        String text = tokens.add(token);
        audit.record(caller.name(), "token.created", token.name(), scopes + ", " + days + " days");
        return new NewToken(TokenCard.of(token, now), text);
    }

    /** @throws NotFoundException when the company has no such token */
    public void revoke(UUID id) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        ApiToken token = tokens.byId(id).orElseThrow(() -> new NotFoundException("token " + id));
        token.revoke(clock.instant());
        audit.record(caller.name(), "token.revoked", token.name(), "");
    }

    /**
     * A token as lists show it.
     *
     * @param state {@code alive}, {@code expired} or {@code revoked}
     */
    public record TokenCard(
            UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt, String state) {

        static TokenCard of(ApiToken token, Instant now) {
            String state = token.revokedAt().isPresent() ? "revoked" : token.isAlive(now) ? "alive" : "expired";
            List<String> scopes =
                    token.scopes().stream().map(Scope::text).sorted().toList();
            return new TokenCard(token.id(), token.name(), scopes, token.createdAt(), token.expiresAt(), state);
        }
    }

    /** A token just made, with the text that is shown this once. */
    public record NewToken(TokenCard card, String token) {
        @Override
        public String toString() {
            return "NewToken[" + card.id() + "]";
        }
    }
}
