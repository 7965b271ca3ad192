package org.beistand.helpdesk.platform.tenancy;

import org.beistand.helpdesk.platform.tenancy.CurrentCompany.Installation;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Refuses statements on a company's own rows while a thread works for the installation as a whole. Company-owned tables
 * carry {@code company_id}; installation-wide tables that point at a company call the column {@code of_company}.
 */
public final class TenantGuard implements StatementInspector {

    private static final String OWNED = "company_id";

    @Override
    public String inspect(String sql) {
        if (CurrentCompany.scope() instanceof Installation && sql.contains(OWNED)) {
            throw new NoCompanyException("Installation-wide work touched rows that belong to a company: " + sql);
        }
        return sql;
    }
}
