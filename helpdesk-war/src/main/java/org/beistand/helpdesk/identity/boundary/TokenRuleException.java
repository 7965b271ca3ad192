package org.beistand.helpdesk.identity.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A token without a name or a scope, or with a life outside 1 to 366 days. */
public final class TokenRuleException extends DomainException {

    TokenRuleException() {
        super(
                Rule.of("token-rule", Status.INVALID, "org.beistand.helpdesk.identity.messages", "error.token_rule"),
                "Token rule broken");
    }
}
