package org.beistand.helpdesk.mail.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How a mail server is reached and signed in to. Secrets are here sealed only. */
@Embeddable
public class MailAccess {

    /** How the connection is kept private. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    /** How we prove who we are. */
    public enum LoginKind {
        /** A relay that knows us by our address. */
        NONE,
        PASSWORD,
        /** XOAUTH2 with OAuth 2 client credentials. */
        XOAUTH2
    }

    @Column(nullable = false, length = 253)
    private String host;

    @Column(nullable = false)
    private int port;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private Security security;

    @Enumerated(EnumType.STRING)
    @Column(name = "login_kind", nullable = false, length = 16)
    private LoginKind loginKind;

    @Column(name = "user_name", nullable = false, length = 254)
    private String userName;

    @Column(name = "sealed_password", nullable = false, length = 2000)
    private String sealedPassword;

    @Column(name = "token_address", nullable = false, length = 500)
    private String tokenAddress;

    @Column(name = "client_id", nullable = false, length = 200)
    private String clientId;

    @Column(name = "sealed_secret", nullable = false, length = 4000)
    private String sealedSecret;

    @Column(name = "token_scope", nullable = false, length = 500)
    private String tokenScope;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected MailAccess() {}

    /** Nowhere yet. */
    MailAccess(int usualPort, Security usual) {
        this.host = "";
        this.port = usualPort;
        this.security = usual;
        this.loginKind = LoginKind.PASSWORD;
        this.userName = "";
        this.sealedPassword = "";
        this.tokenAddress = "";
        this.clientId = "";
        this.sealedSecret = "";
        this.tokenScope = "";
    }

    /** Another server must never be shown the password of this one. */
    public void reach(String newHost, int newPort, Security newSecurity) {
        if (!newHost.equals(host) || newPort != port) {
            sealedPassword = "";
        }
        host = newHost;
        port = newPort;
        security = newSecurity;
    }

    /** @param sealedPasswordIfNew empty to keep the one that is there */
    public void signInByPassword(LoginKind kind, String newUserName, String sealedPasswordIfNew) {
        loginKind = kind;
        userName = newUserName;
        sealedPassword = sealedPasswordIfNew.isEmpty() ? sealedPassword : sealedPasswordIfNew;
    }

    /** @param sealedSecretIfNew empty to keep the one that is there, unless tokens come from elsewhere now */
    public void fetchTokens(String newAddress, String newClientId, String newScope, String sealedSecretIfNew) {
        if (!newAddress.equals(tokenAddress)) {
            sealedSecret = "";
        }
        tokenAddress = newAddress;
        clientId = newClientId;
        tokenScope = newScope;
        sealedSecret = sealedSecretIfNew.isEmpty() ? sealedSecret : sealedSecretIfNew;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public Security security() {
        return security;
    }

    public LoginKind loginKind() {
        return loginKind;
    }

    public String userName() {
        return userName;
    }

    public String sealedPassword() {
        return sealedPassword;
    }

    public String tokenAddress() {
        return tokenAddress;
    }

    public String clientId() {
        return clientId;
    }

    public String sealedSecret() {
        return sealedSecret;
    }

    public String tokenScope() {
        return tokenScope;
    }
}
