package org.beistand.helpdesk.identity.control;

import org.beistand.helpdesk.platform.problem.DomainException;

/** The company already has an account of that name. */
public final class LoginNameTakenException extends DomainException {

    LoginNameTakenException() {
        super(
                Rule.of(
                        "login-name-taken",
                        Status.CONFLICT,
                        "org.beistand.helpdesk.identity.messages",
                        "error.login_name_taken"),
                "Login name taken");
    }
}
