package org.beistand.helpdesk.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.jspecify.annotations.Nullable;

/** The caller of this request; the sign-in filter fills it. In pages: {@code #{caller}}. */
@Named("caller")
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** Called once, by whoever checked the proof. */
    public void become(Caller proven) {
        caller = proven;
    }

    public Optional<Caller> optional() {
        return Optional.ofNullable(caller);
    }

    /** @throws NotSignedInException when nobody is signed in */
    public Caller require() {
        return optional().orElseThrow(NotSignedInException::new);
    }

    /** @throws ForbiddenException when the caller's role is lower */
    public Caller require(Role role) {
        Caller known = require();
        if (!known.role().includes(role)) {
            throw new ForbiddenException(known + " is not " + role);
        }
        return known;
    }

    public boolean isSignedIn() {
        return caller != null;
    }

    public boolean isAdministrator() {
        return optional().filter(c -> c.role().includes(Role.ADMINISTRATOR)).isPresent();
    }

    public String getName() {
        return optional().map(Caller::name).orElse("");
    }

    public String getCsrfToken() {
        return optional().map(Caller::csrfToken).orElse("");
    }
}
