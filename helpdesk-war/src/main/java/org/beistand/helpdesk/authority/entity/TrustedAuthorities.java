package org.beistand.helpdesk.authority.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The authorities that a company trusts beside the public ones. */
@Entity
@Table(name = "company_authorities")
public class TrustedAuthorities {

    private static final int LONGEST = 60_000;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false, length = LONGEST)
    private String certificates;

    @Version
    private long version;

    public TrustedAuthorities() {
        this.id = UUID.randomUUID();
        this.certificates = "";
    }

    /** These and no other from now on. @param pem one certificate after the other; empty for none */
    public void trust(String pem) {
        certificates = pem;
    }

    /** PEM, one after the other; empty for none. */
    public String certificates() {
        return certificates;
    }
}
