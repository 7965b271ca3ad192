package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.session.control.Kit;
import org.beistand.helpdesk.session.control.Kits;
import org.jspecify.annotations.Nullable;

/** What the customer's pages show after the PIN: who asks, the program to download, how things stand. */
@Named
@RequestScoped
public class CustomerPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CompanyDirectory companies;

    @Inject
    Kits kits;

    private @Nullable SessionView session;
    private String action = "session";
    private boolean unread;

    /** @param actionBelow where the page's forms post to, below the portal's address */
    void show(SessionView shown, String actionBelow) {
        session = shown;
        action = actionBelow;
    }

    void termsUnread() {
        unread = true;
    }

    /** @throws NotFoundException when the page was asked for directly */
    public SessionView getSession() {
        if (session == null) {
            throw new NotFoundException("a page without a session");
        }
        return session;
    }

    public String getAction() {
        return getBase() + action;
    }

    public String getBase() {
        return request.getContextPath() + "/c/" + companies.current().slug() + "/";
    }

    public String getCompany() {
        return companies.current().name();
    }

    /** Whether the form came back because the box was not ticked. */
    public boolean isTermsUnread() {
        return unread;
    }

    /** The program for this computer: a kit of its platform, else the portable archive. */
    public Optional<Kit> best() {
        return kits.forBrowser(
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    public boolean isKitThere() {
        return best().isPresent();
    }

    /** @throws NotFoundException when {@link #isKitThere} is false */
    public Kit getKit() {
        return best().orElseThrow(() -> new NotFoundException("a program to download"));
    }

    /** Whether this browser runs on a device that the program does not run on. */
    public boolean isMobile() {
        return Kits.isMobile(
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    /** First letters of the technician's names, where no photo is. */
    public String getInitials() {
        return Arrays.stream(getSession().technician().split("\\s+"))
                .filter(name -> !name.isEmpty())
                .limit(2)
                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    /** What the waiting line says when the page opens: {@code program}, {@code technician} or {@code both}. */
    public String getStage() {
        if (!getSession().appletHere()) {
            return "program";
        }
        return getSession().technicianHere() ? "both" : "technician";
    }

    /** Programs for other computers. */
    public List<Kit> getOtherKits() {
        return kits.all().stream()
                .filter(kit -> best().filter(kit::equals).isEmpty())
                .toList();
    }
}
