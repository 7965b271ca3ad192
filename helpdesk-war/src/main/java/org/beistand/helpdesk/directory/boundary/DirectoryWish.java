package org.beistand.helpdesk.directory.boundary;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.entity.DirectoryConnection.SummaryOf;
import org.beistand.integration.directory.DirectoryAccess;
import org.beistand.integration.directory.LastWord;

/**
 * The connection as an administrator wants it.
 *
 * @param servers addresses, one on each line
 * @param password empty to keep the stored one
 * @param authority certificates as PEM, or empty
 * @param mostLeaving percent
 * @param summaryAttribute of no meaning while {@code summaryOf} is nobody
 */
public record DirectoryWish(
        boolean enabled,
        boolean signIn,
        boolean photos,
        String servers,
        String userName,
        String password,
        String authority,
        String base,
        String peopleFilter,
        int minutesBetween,
        int mostLeaving,
        SummaryOf summaryOf,
        String summaryAttribute) {

    private static final int MOST_SERVERS = 5;
    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 7 * 24 * 60;

    /** Without blanks that nobody meant. The password stays as it is: blanks in it are meant. */
    DirectoryWish tidy() {
        String lines = servers.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new DirectoryWish(
                enabled,
                signIn,
                photos,
                lines,
                userName.strip(),
                password,
                authority.replace("\r\n", "\n").strip(),
                base.strip(),
                peopleFilter.strip(),
                minutesBetween,
                mostLeaving,
                summaryOf,
                summaryAttribute.strip());
    }

    /** @throws DirectoryRuleException naming the first thing that cannot be used */
    void check() {
        List<URI> addresses = addresses();
        boolean used = enabled || signIn || summaryOf != SummaryOf.NOBODY;
        require(
                addresses.size() <= MOST_SERVERS && addresses.stream().allMatch(DirectoryAccess::isAcceptable),
                "rule.server");
        require(!used || !addresses.isEmpty(), "rule.no_server");
        require(!used || !userName.isEmpty(), "rule.user");
        require(!used || !base.isEmpty(), "rule.base");
        require(isName(base), "rule.base");
        require(isFilter(peopleFilter), "rule.filter");
        require(minutesBetween >= SHORTEST_MINUTES && minutesBetween <= LONGEST_MINUTES, "rule.minutes");
        require(summaryOf == SummaryOf.NOBODY || LastWord.isForNotes(summaryAttribute), "rule.summary");
        require(mostLeaving >= 0 && mostLeaving <= 100, "rule.percent");
    }

    private List<URI> addresses() {
        try {
            return DirectoryConnections.servers(servers);
        } catch (IllegalArgumentException none) {
            throw new DirectoryRuleException("rule.server");
        }
    }

    private static boolean isName(String dn) {
        try {
            return dn.isEmpty() || !new LdapName(dn).isEmpty();
        } catch (InvalidNameException none) {
            return false;
        }
    }

    /** One filter in parentheses that is closed where it ends: what stands behind would widen what it narrows. */
    private static boolean isFilter(String filter) {
        int depth = 0;
        for (int i = 0; i < filter.length(); i++) {
            depth += switch (filter.charAt(i)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
            if (depth < 0 || depth == 0 && i < filter.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new DirectoryRuleException(rule);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DirectoryWish[" + servers + "]";
    }
}
