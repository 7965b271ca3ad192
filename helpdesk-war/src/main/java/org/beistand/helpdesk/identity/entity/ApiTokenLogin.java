package org.beistand.helpdesk.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Installation-wide: which company's token a hash means. */
@Entity
@Table(name = "api_token_login")
public class ApiTokenLogin {

    @Id
    @Column(name = "token_hash", length = 64)
    private String tokenHash;

    @Column(name = "token_id", nullable = false)
    private UUID tokenId;

    @Column(name = "of_company", nullable = false)
    private UUID company;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ApiTokenLogin() {}

    /** @param tokenHash SHA-256 in hexadecimal */
    public ApiTokenLogin(String tokenHash, ApiToken token, UUID company) {
        this.tokenHash = tokenHash;
        this.tokenId = token.id();
        this.company = company;
    }

    public UUID tokenId() {
        return tokenId;
    }

    public UUID company() {
        return company;
    }
}
