package org.beistand.helpdesk.admin.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.beistand.helpdesk.platform.problem.NotFoundException;

/** The page {@code /admin/guide?name=...}: a guide to read beside what it explains. */
@Named
@RequestScoped
public class GuidePage {

    private String name = "";
    private String html = "";

    @Inject
    Guides guides;

    /** Before rendering, with the name from the address. */
    public void load() {
        html = guides.html(name).orElseThrow(() -> new NotFoundException("guide " + name));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Ours, and what looks like HTML in it is escaped. */
    public String getHtml() {
        return html;
    }
}
