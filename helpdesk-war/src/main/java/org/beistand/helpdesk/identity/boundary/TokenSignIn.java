package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.beistand.helpdesk.platform.security.Caller;

/** Recognises API tokens. */
@ApplicationScoped
public class TokenSignIn {

    /** The caller of a living token; empty for anything else. */
    public Optional<Caller> caller(String bearer) {
        return Optional.empty();
    }
}
