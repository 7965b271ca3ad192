package org.beistand.helpdesk.identity.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.identity.entity.CompanySlug;
import org.beistand.helpdesk.platform.logging.Announcement;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** On an empty database: founds the first company and its master administrator, and says the password once. */
@ApplicationScoped
public class FirstStart {

    private static final String LOGIN_NAME = "admin";

    @Inject
    @ConfigProperty(name = "beistand.admin.password")
    Optional<String> configuredPassword;

    @Inject
    CompanyFounding founding;

    @Inject
    PasswordHashing hashing;

    @Inject
    SecureRandom random;

    @Inject
    Event<HelpdeskStarted> started;

    void onStart(@Observes @Priority(10) @Initialized(ApplicationScoped.class) Object event) {
        if (CurrentCompany.forInstallation(founding::isEmpty)) {
            found();
        }
        started.fire(new HelpdeskStarted());
    }

    private void found() {
        String password = configuredPassword.orElseGet(() -> GeneratedPassword.next(random));
        UUID company =
                CurrentCompany.forInstallation(() -> founding.found(CompanySlug.FIRST, "Beistand", Locale.ENGLISH));
        CurrentCompany.run(
                company,
                () -> founding.firstAccount(
                        LOGIN_NAME, hashing.hash(password), Role.MASTER_ADMINISTRATOR, "Administrator"));
        String shown = configuredPassword.isPresent() ? "(the configured password)" : password;
        Announcement.say("master administrator: " + LOGIN_NAME + " / " + shown);
    }
}
