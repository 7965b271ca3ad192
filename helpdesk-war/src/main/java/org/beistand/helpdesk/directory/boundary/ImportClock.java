package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.beistand.helpdesk.identity.boundary.CompanyTurns;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;

/** Lets every company import in its own time. */
@ApplicationScoped
public class ImportClock {

    private static final int SECONDS = 20;

    @Inject
    CompanyTurns turns;

    @Inject
    DirectoryImport imports;

    public void onStart(@Observes HelpdeskStarted started) {
        turns.every(SECONDS, "directory-import", imports::runIfDue);
    }
}
