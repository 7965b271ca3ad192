package org.beistand.helpdesk.platform.tenancy;

import java.util.UUID;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany.Installation;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany.OneCompany;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate the company of this thread; created by Hibernate from the persistence unit's settings. */
public final class CompanyOfThread implements CurrentTenantIdentifierResolver<UUID> {

    /** The tenant of installation-wide work. No company ever has this id. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final ThreadLocal<Boolean> TRIAL = new ThreadLocal<>();

    /**
     * While deploying, the server opens one persistence context on this thread, to see that it can, and asks nothing
     * through it. The next context opened here for no company is that one; it belongs to nobody and sees no rows.
     */
    public static void expectTrial() {
        TRIAL.set(Boolean.TRUE);
    }

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return switch (CurrentCompany.scope()) {
            case OneCompany(UUID id) -> id;
            case Installation() -> NOBODY;
            case null -> trial();
        };
    }

    private static UUID trial() {
        boolean expected = TRIAL.get() != null;
        TRIAL.remove();
        if (expected) {
            return NOBODY;
        }
        throw new NoCompanyException();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
