package org.beistand.integration.directory;

import java.net.URI;
import java.util.List;
import org.beistand.integration.Authorities;

/**
 * How one company reaches its directory.
 *
 * @param servers tried in this order: {@code ldaps://host[:636]}, or {@code ldap://host[:389]}, which is encrypted by
 *     StartTLS before anything else is said
 * @param user whom we read as: a DN or a user principal name
 * @param authority certificates, as PEM, of which one must have signed the server's; empty for the company's and those
 *     Java knows
 * @param base DN below which people and groups are looked for
 * @param peopleFilter narrows down who counts as a person, as RFC 4515 text in parentheses; empty for nothing
 * @param authorities the company's, of no account while there is an authority
 */
public record DirectoryAccess(
        List<URI> servers,
        String user,
        String password,
        String authority,
        String base,
        String peopleFilter,
        Authorities authorities) {

    /** Of a company without authorities of its own. */
    public DirectoryAccess(
            List<URI> servers, String user, String password, String authority, String base, String peopleFilter) {
        this(servers, user, password, authority, base, peopleFilter, Authorities.NONE);
    }

    /** @throws IllegalArgumentException for an address that is not one of a directory, or for none at all */
    public DirectoryAccess {
        servers = List.copyOf(servers);
        if (servers.isEmpty() || !servers.stream().allMatch(DirectoryAccess::isAcceptable)) {
            throw new IllegalArgumentException("not an address of a directory");
        }
    }

    /** Whether that is the address of a directory and nothing more. */
    public static boolean isAcceptable(URI server) {
        boolean directory = "ldaps".equals(server.getScheme()) || "ldap".equals(server.getScheme());
        boolean bare = server.getRawPath() == null
                || server.getRawPath().isEmpty()
                || server.getRawPath().equals("/");
        return directory
                && bare
                && server.getHost() != null
                && server.getRawUserInfo() == null
                && server.getRawQuery() == null;
    }

    static boolean isEncryptedFromTheStart(URI server) {
        return "ldaps".equals(server.getScheme());
    }

    static int port(URI server) {
        return server.getPort() >= 0 ? server.getPort() : isEncryptedFromTheStart(server) ? 636 : 389;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DirectoryAccess[" + servers + ", " + user + "]";
    }
}
