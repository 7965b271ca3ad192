package org.beistand.integration.servicenow;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.beistand.integration.Authorities;

/**
 * How one company reaches its instance.
 *
 * @param instance scheme, host and port only; {@code https} unless the host is this machine
 * @param user the name of our user over there, for telling our own changes from others'
 * @param authorities trusted beside those that Java knows
 */
public record ServiceNowAccess(URI instance, String user, Credentials credentials, Authorities authorities) {

    /** No name in the DNS is longer. */
    private static final int LONGEST_HOST = 253;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** How we prove who we are. No variant shows its secrets in {@code toString}. */
    public sealed interface Credentials {

        /** Name and password in each request. */
        record Basic(String user, String password) implements Credentials {
            @Override
            public String toString() {
                return "Basic[" + user + "]";
            }
        }

        /** OAuth 2 client credentials. */
        record Client(String id, String secret) implements Credentials {
            @Override
            public String toString() {
                return "Client[" + id + "]";
            }
        }

        /** OAuth 2 password grant, for instances without client credentials. */
        record ClientAndUser(String id, String secret, String user, String password) implements Credentials {
            @Override
            public String toString() {
                return "ClientAndUser[" + id + ", " + user + "]";
            }
        }
    }

    /** Of a company without authorities of its own. */
    public ServiceNowAccess(URI instance, String user, Credentials credentials) {
        this(instance, user, credentials, Authorities.NONE);
    }

    /** @throws IllegalArgumentException for an address that secrets must not be sent to */
    public ServiceNowAccess {
        if (!isAcceptable(instance)) {
            throw new IllegalArgumentException("not an https address of an instance: " + instance.getHost());
        }
    }

    /** Whether secrets may be sent there: https, or this machine; without path, query or user. */
    public static boolean isAcceptable(URI address) {
        String host = address.getHost();
        if (host == null
                || host.length() > LONGEST_HOST
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null) {
            return false;
        }
        boolean bare = address.getRawPath().isEmpty() || address.getRawPath().equals("/");
        return bare && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isHere(host)));
    }

    /** A name that looks like this machine's and resolves elsewhere is not this machine. */
    private static boolean isHere(String host) {
        try {
            return LOOPBACK.contains(host) && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    URI at(String pathAndQuery) {
        return URI.create(instance.getScheme() + "://" + instance.getRawAuthority() + pathAndQuery);
    }
}
