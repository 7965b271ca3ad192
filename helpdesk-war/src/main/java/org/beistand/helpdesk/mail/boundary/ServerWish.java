package org.beistand.helpdesk.mail.boundary;

import java.net.URI;
import java.util.Locale;
import org.beistand.helpdesk.mail.control.MailAccounts;
import org.beistand.helpdesk.mail.entity.MailAccess;
import org.beistand.helpdesk.mail.entity.MailAccess.LoginKind;
import org.beistand.helpdesk.mail.entity.MailAccess.Security;
import org.beistand.integration.mail.MailServer;

/**
 * A mail server as an administrator wants it.
 *
 * @param password empty to keep the stored one; likewise {@code secret}
 */
public record ServerWish(
        String host,
        int port,
        Security security,
        LoginKind loginKind,
        String userName,
        String password,
        String tokenAddress,
        String clientId,
        String secret,
        String tokenScope) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ServerWish[" + host + ":" + port + "]";
    }

    /** As it is stored; secrets are not shown. */
    static ServerWish of(MailAccess access) {
        return new ServerWish(
                access.host(),
                access.port(),
                access.security(),
                access.loginKind(),
                access.userName(),
                "",
                access.tokenAddress(),
                access.clientId(),
                "",
                access.tokenScope());
    }

    /** @throws MailRuleException when something cannot be used; nothing is changed then */
    void applyTo(MailAccess access, MailAccounts accounts) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9]([a-z0-9.:-]{0,252}[a-z0-9])?") || port < 1 || port > 65_535) {
            throw new MailRuleException("rule.server");
        }
        if (security == Security.NONE && loginKind != LoginKind.NONE && !MailServer.isHere(name)) {
            throw new MailRuleException("rule.clear");
        }
        if (loginKind != LoginKind.NONE && userName.isBlank()) {
            throw new MailRuleException("rule.user");
        }
        if (loginKind == LoginKind.XOAUTH2 && !isTokenAddress(tokenAddress.strip())) {
            throw new MailRuleException("rule.token");
        }
        access.reach(name, port, security);
        access.signInByPassword(loginKind, userName.strip(), accounts.sealPassword(password));
        access.fetchTokens(tokenAddress.strip(), clientId.strip(), tokenScope.strip(), accounts.sealSecret(secret));
    }

    /** A client secret goes there: only in private. */
    private static boolean isTokenAddress(String text) {
        try {
            URI address = URI.create(text);
            boolean here = "http".equals(address.getScheme()) && MailServer.isHere(String.valueOf(address.getHost()));
            return address.getHost() != null
                    && address.getRawUserInfo() == null
                    && ("https".equals(address.getScheme()) || here);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
