package org.beistand.helpdesk.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Installation-wide: which company's account a login name means, asked before anybody knows the company. */
@Entity
@Table(name = "account_login")
public class AccountLogin {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "of_company", nullable = false)
    private UUID company;

    @Column(name = "login_name", nullable = false, length = 100)
    private String loginName;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected AccountLogin() {}

    public AccountLogin(Account account, UUID company) {
        this.accountId = account.id();
        this.company = company;
        this.loginName = account.loginName();
    }

    /** The account is called something else now. */
    public void follow(Account account) {
        loginName = account.loginName();
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID company() {
        return company;
    }
}
