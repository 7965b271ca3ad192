package org.beistand.integration.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.beistand.integration.Reach;
import org.beistand.integration.mail.MailServer.Login;
import org.beistand.integration.mail.MailServer.Security;

/** Settings of the mail library for one server: every wait has an end, TLS means TLS, and names in certificates count. */
final class MailSessions {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** RFC 5321, 4.5.3.2.6, has ten minutes for the answer to a whole message; for any other, 30 s are usual here. */
    private static final int FILTERING = 20;

    private final Reach reach;
    private final MailTokens tokens;
    private final Duration patience;

    MailSessions(Reach reach, MailTokens tokens, Duration patience) {
        this.reach = reach;
        this.tokens = tokens;
        this.patience = patience;
    }

    /** A session that may be used now, with name and password for it; both empty for none. */
    record Ready(String protocol, Session session, String user, String password) {
        boolean hasLogin() {
            return !user.isEmpty();
        }

        @Override
        public String toString() {
            return protocol + " as " + user;
        }
    }

    /** @param sockets for the one connection of this session */
    Ready smtp(MailServer server, SmtpSockets sockets) throws java.net.UnknownHostException {
        var ready = ready(server, server.security() == Security.TLS ? "smtps" : "smtp");
        sockets.into(ready.session().getProperties(), "mail." + ready.protocol() + ".");
        return ready;
    }

    SmtpSockets smtpSockets() {
        return new SmtpSockets(patience.multipliedBy(FILTERING));
    }

    Ready imap(MailServer server) throws java.net.UnknownHostException {
        return ready(server, server.security() == Security.TLS ? "imaps" : "imap");
    }

    /** After the server refused a login: a token that looked good may have been revoked. */
    void refused(MailServer server) {
        if (server.login() instanceof Login.Token token) {
            tokens.refused(token);
        }
    }

    private Ready ready(MailServer server, String protocol) throws java.net.UnknownHostException {
        reach.require(server.host(), Reach.Kind.MAIL_OR_SMS_SERVER);
        var settings = new Properties();
        String prefix = "mail." + protocol + ".";
        settings.setProperty("mail.transport.protocol", protocol);
        settings.setProperty("mail.store.protocol", protocol);
        settings.setProperty(prefix + "host", server.host());
        settings.setProperty(prefix + "port", Integer.toString(server.port()));
        settings.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        settings.setProperty(prefix + "timeout", Long.toString(patience.toMillis()));
        settings.setProperty(prefix + "writetimeout", Long.toString(patience.toMillis()));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (!server.authorities().isEmpty()) {
            // For STARTTLS, too; the library must not fall back to another factory when this one refuses.
            settings.put(prefix + "ssl.socketFactory", server.authorities().sockets());
            settings.setProperty(prefix + "socketFactory.fallback", "false");
        }
        settings.setProperty(prefix + "starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        settings.setProperty(prefix + "starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        // Reading leaves no mark; what was dealt with is marked when it was.
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty(prefix + "fetchsize", Integer.toString(256 * 1024));
        // A company's host is not our business to tell.
        settings.setProperty("mail.smtp.localhost", "beistand");
        settings.setProperty("mail.smtps.localhost", "beistand");
        return switch (server.login()) {
            case Login.Nobody nobody -> new Ready(protocol, Session.getInstance(settings), "", "");
            case Login.Password(String user, String password) -> {
                settings.setProperty(prefix + "auth", "true");
                yield new Ready(protocol, Session.getInstance(settings), user, password);
            }
            case Login.Token token -> {
                settings.setProperty(prefix + "auth", "true");
                settings.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
                yield new Ready(
                        protocol,
                        Session.getInstance(settings),
                        token.user(),
                        tokens.token(token, server.authorities()));
            }
        };
    }
}
