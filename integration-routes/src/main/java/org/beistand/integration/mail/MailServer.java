package org.beistand.integration.mail;

import java.net.URI;
import org.beistand.integration.Authorities;

/**
 * How one company reaches a mail server.
 *
 * @param host a name or an address, without a port
 * @param authorities trusted beside those that Java knows, by the server and by who gives tokens for it
 */
public record MailServer(String host, int port, Security security, Login login, Authorities authorities) {

    /** Of a company without authorities of its own. */
    public MailServer(String host, int port, Security security, Login login) {
        this(host, port, security, login, Authorities.NONE);
    }

    /** How the connection is kept private. */
    public enum Security {
        /** TLS from the first byte: 465 or 993. */
        TLS,
        /** TLS before anything is said that matters; a server that has none is not spoken to. */
        STARTTLS,
        /** None, for a server on the same machine or in the same rack. Passwords are not sent over it. */
        NONE
    }

    /** How we prove who we are. No variant shows its secrets in {@code toString}. */
    public sealed interface Login {

        /** A relay that knows us by our address. */
        record Nobody() implements Login {}

        /** Name and password. */
        record Password(String user, String password) implements Login {
            @Override
            public String toString() {
                return "Password[" + user + "]";
            }
        }

        /** XOAUTH2 with a token from OAuth 2 client credentials. @param scope as the provider names it; may be empty */
        record Token(String user, URI tokenAddress, String clientId, String secret, String scope) implements Login {
            @Override
            public String toString() {
                return "Token[" + user + ", " + clientId + "]";
            }
        }
    }

    /** @throws IllegalArgumentException for what cannot be a server, or would show a password to the network */
    public MailServer {
        if (!host.matches("[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?") || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a mail server");
        }
        if (security == Security.NONE && !(login instanceof Login.Nobody) && !isHere(host)) {
            throw new IllegalArgumentException("a password needs TLS");
        }
    }

    /** Loopback by number: a name could point elsewhere. */
    public static boolean isHere(String host) {
        return host.equals("127.0.0.1") || host.equals("::1");
    }
}
