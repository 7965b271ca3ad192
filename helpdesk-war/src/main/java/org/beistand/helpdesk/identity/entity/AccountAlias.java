package org.beistand.helpdesk.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Installation-wide: another name that the person of an account may sign in with, such as {@code name@example.com}. */
@Entity
@Table(name = "account_alias")
public class AccountAlias {

    @Id
    private UUID id;

    @Column(name = "account_id", nullable = false)
    private UUID accountId;

    @Column(name = "of_company", nullable = false)
    private UUID company;

    @Column(nullable = false, length = 300)
    private String name;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected AccountAlias() {}

    public AccountAlias(UUID accountId, UUID company, String name) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.company = company;
        this.name = Account.normalise(name);
    }

    public UUID accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }
}
