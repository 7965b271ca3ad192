package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.CompanySlug;
import org.beistand.helpdesk.platform.logging.Announcement;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With {@code beistand.demo=true}, founds the company "demo" once and lets every room fill it. */
@ApplicationScoped
public class DemoStart {

    private static final String SLUG = "demo";

    @Inject
    @ConfigProperty(name = "beistand.demo", defaultValue = "false")
    boolean wanted;

    @Inject
    @ConfigProperty(name = "beistand.demo.password")
    Optional<String> configuredPassword;

    @Inject
    CompanyFounding founding;

    @Inject
    CompanyDirectory companies;

    @Inject
    SecureRandom random;

    @Inject
    @Any
    Instance<DemoContent> contents;

    void onStart(@Observes HelpdeskStarted event) {
        if (wanted
                && CurrentCompany.forInstallation(() -> companies.bySlug(SLUG)).isEmpty()) {
            fill();
        }
    }

    private void fill() {
        String password = configuredPassword.orElseGet(() -> GeneratedPassword.next(random));
        UUID id = CurrentCompany.forInstallation(
                () -> founding.found(new CompanySlug(SLUG), "IT-Service-Center", Locale.GERMAN));
        var company = new DemoCompany(id, password);
        CurrentCompany.run(
                id,
                () -> contents.stream()
                        .sorted(Comparator.comparingInt(DemoContent::order))
                        .forEach(content -> content.fill(company)));
        Announcement.say("demo company: maria.lindner, jonas.weber (technicians), claudia.brandt (team lead),"
                + " stefan.vogt (administrator) / "
                + (configuredPassword.isPresent() ? "(the configured password)" : password) + ", portal /c/demo/");
    }
}
