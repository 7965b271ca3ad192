package org.beistand.helpdesk.admin.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.beistand.helpdesk.audit.boundary.AuditTrail;
import org.beistand.helpdesk.audit.boundary.AuditTrail.AuditLine;

/** The page {@code /admin/audit}: who changed what. */
@Named
@RequestScoped
public class AuditPage {

    private static final int ROWS = 50;

    private int page;

    @Inject
    AuditTrail trail;

    public List<AuditLine> getLines() {
        return trail.latest(page * ROWS, ROWS);
    }

    public boolean isOlderThere() {
        return trail.count() > (page + 1L) * ROWS;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.clamp(page, 0, 100_000);
    }
}
