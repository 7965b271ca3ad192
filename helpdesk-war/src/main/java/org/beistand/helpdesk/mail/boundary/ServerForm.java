package org.beistand.helpdesk.mail.boundary;

import org.beistand.helpdesk.mail.entity.MailAccess.LoginKind;
import org.beistand.helpdesk.mail.entity.MailAccess.Security;

/** What an administrator types in about a mail server. Secrets are taken and never given. */
public class ServerForm {

    private String host = "";
    private int port;
    private Security security = Security.STARTTLS;
    private LoginKind loginKind = LoginKind.PASSWORD;
    private String userName = "";
    private String password = "";
    private String tokenAddress = "";
    private String clientId = "";
    private String secret = "";
    private String tokenScope = "";

    void fill(ServerWish stored) {
        host = stored.host();
        port = stored.port();
        security = stored.security();
        loginKind = stored.loginKind();
        userName = stored.userName();
        tokenAddress = stored.tokenAddress();
        clientId = stored.clientId();
        tokenScope = stored.tokenScope();
    }

    ServerWish wish() {
        return new ServerWish(
                host, port, security, loginKind, userName, password, tokenAddress, clientId, secret, tokenScope);
    }

    public String getHost() {
        return host;
    }

    public void setHost(String value) {
        host = value;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int value) {
        port = value;
    }

    public Security getSecurity() {
        return security;
    }

    public void setSecurity(Security value) {
        security = value;
    }

    public LoginKind getLoginKind() {
        return loginKind;
    }

    public void setLoginKind(LoginKind value) {
        loginKind = value;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String value) {
        userName = value;
    }

    /** As typed into this request, so that another field's mistake does not cost it; what is stored is never given. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String value) {
        password = value;
    }

    public String getTokenAddress() {
        return tokenAddress;
    }

    public void setTokenAddress(String value) {
        tokenAddress = value;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String value) {
        clientId = value;
    }

    /** As typed into this request, so that another field's mistake does not cost it; what is stored is never given. */
    public String getSecret() {
        return secret;
    }

    public void setSecret(String value) {
        secret = value;
    }

    public String getTokenScope() {
        return tokenScope;
    }

    public void setTokenScope(String value) {
        tokenScope = value;
    }
}
