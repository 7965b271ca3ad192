package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.web.ClientAddress;

/** The portal's first page: one field for the PIN, and what was wrong with the last one. */
@Named
@RequestScoped
public class PinPage {

    @Inject
    HttpServletRequest request;

    @Inject
    PinEntry entry;

    @Inject
    ClientAddress address;

    @Inject
    CompanyDirectory companies;

    private String typed = "";
    private String problem = "";
    private String challenge = "";

    void remember(String pin) {
        typed = pin;
    }

    void say(String textKey) {
        problem = textKey;
    }

    void compute(String newChallenge) {
        challenge = newChallenge;
    }

    public String getTyped() {
        return typed;
    }

    /** Key of the text that says why the last PIN was not taken; empty text before the first. */
    public String getProblem() {
        return problem;
    }

    /** Whether the browser must compute and send the form again by itself. */
    public boolean isResubmit() {
        return !challenge.isEmpty();
    }

    /** A puzzle for the browser; empty text in quiet times. */
    public String getChallenge() {
        return challenge.isEmpty() ? entry.challengeAhead(address.of(request)) : challenge;
    }

    /** Where this company's portal lies, with a slash at the end. */
    public String getBase() {
        return request.getContextPath() + "/c/" + companies.current().slug() + "/";
    }
}
