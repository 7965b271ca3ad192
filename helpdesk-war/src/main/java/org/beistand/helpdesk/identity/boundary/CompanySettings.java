package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** Changes the current company's settings. */
@ApplicationScoped
@Transactional
public class CompanySettings {

    @Inject
    Companies companies;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    /** @param language tag, {@code de} or {@code en} */
    public void change(String name, String language, int pinLength, int pinMinutes) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        UUID id = CurrentCompany.require();
        Company company = companies.byId(id).orElseThrow(() -> new NotFoundException("company " + id));
        String before = summary(company);
        company.rename(name.strip());
        company.speak(Locale.forLanguageTag(language));
        company.issuePins(pinLength, pinMinutes);
        String after = summary(company);
        if (!before.equals(after)) {
            audit.record(caller.name(), "company.changed", company.slug(), before + " -> " + after);
        }
    }

    private static String summary(Company company) {
        return company.name() + ", " + company.language().getLanguage() + ", PIN " + company.pinLength() + " digits, "
                + company.pinMinutes() + " min";
    }
}
