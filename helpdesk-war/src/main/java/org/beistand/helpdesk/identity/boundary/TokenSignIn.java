package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.beistand.helpdesk.identity.entity.ApiTokenLogin;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** Recognises API tokens. */
@ApplicationScoped
public class TokenSignIn {

    @Inject
    TokenData data;

    /** The caller of a living token; empty for anything else, and nobody is told what was wrong with it. */
    public Optional<Caller> caller(String bearer) {
        Optional<ApiTokenLogin> login = CurrentCompany.forInstallation(() -> data.find(bearer));
        return login.flatMap(found ->
                CurrentCompany.<Optional<Caller>, RuntimeException>call(found.company(), () -> data.caller(found)));
    }
}
