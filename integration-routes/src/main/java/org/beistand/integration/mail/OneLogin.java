package org.beistand.integration.mail;

import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;

/** Name and password for one connection; the library takes null for a server that wants none. */
final class OneLogin extends MailAuthenticator {

    private final MailSessions.Ready ready;

    OneLogin(MailSessions.Ready ready) {
        this.ready = ready;
    }

    @Override
    @SuppressWarnings("NullAway")
    public PasswordAuthentication getPasswordAuthentication() {
        return ready.hasLogin()
                ? new PasswordAuthentication(ready.user(), ready.password())
                : new PasswordAuthentication(null, null);
    }
}
