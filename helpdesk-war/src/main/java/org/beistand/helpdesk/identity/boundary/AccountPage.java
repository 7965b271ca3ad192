package org.beistand.helpdesk.identity.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.beistand.helpdesk.identity.control.LoginThrottle;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.identity.control.PasswordKeeper;
import org.beistand.helpdesk.platform.faces.Language;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.web.ClientAddress;
import org.beistand.helpdesk.platform.web.IpAddress;

/** The page {@code /account/}: what people change about their own account. */
@Named
@RequestScoped
public class AccountPage {

    private static final String TEXTS = "org.beistand.helpdesk.identity.messages";
    private static final String HERE = "/account/index?faces-redirect=true";

    private String language = "";
    private String oldPassword = "";
    private String newPassword = "";

    @Inject
    OwnAccount account;

    @Inject
    SignInData signIns;

    @Inject
    BrowserLogin browser;

    @Inject
    PasswordHashing hashing;

    @Inject
    PasswordKeeper keeper;

    @Inject
    LoginThrottle throttle;

    @Inject
    CurrentCaller caller;

    @Inject
    Texts texts;

    @Inject
    Language speaking;

    @Inject
    ClientAddress address;

    @Inject
    HttpServletRequest request;

    @PostConstruct
    void load() {
        language = account.card().language();
    }

    public String save() {
        account.speak(language);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        // In the language that was just chosen, not in the one this request began with.
        var chosen = language.isEmpty() ? Locale.of(speaking.getTag()) : Locale.of(language);
        add(FacesMessage.SEVERITY_INFO, texts.in(chosen, TEXTS, "account.saved"));
        return HERE;
    }

    /** Asks for the old password, so that nobody takes over a desk that was left open. */
    public String changePassword() {
        String source = IpAddress.household(address.of(request));
        var card = account.card();
        var wait = throttle.enter(source, card.loginName());
        if (wait.isPresent()) {
            say(
                    FacesMessage.SEVERITY_ERROR,
                    "login.wait",
                    Math.max(1, wait.get().toSeconds()));
            return "";
        }
        try {
            return changeIfKnown(card, source);
        } finally {
            throttle.leave(source);
        }
    }

    private String changeIfKnown(OwnAccount.OwnCard card, String source) {
        if (isPasswordElsewhere() || !hashing.matches(oldPassword, card.passwordHash())) {
            throttle.failed(source, card.loginName());
            say(FacesMessage.SEVERITY_ERROR, "account.password.wrong");
            return "";
        }
        throttle.succeeded(source, card.loginName());
        account.changePassword(hashing.hash(newPassword));
        stay();
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        say(FacesMessage.SEVERITY_INFO, "account.password.changed");
        return HERE;
    }

    /** The new password ended every session, this one included: it goes on under a fresh id. */
    private void stay() {
        var who = caller.require();
        var response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        browser.begin(request, response, signIns.signedIn(who.accountId(), who.companyId()));
    }

    private void say(FacesMessage.Severity severity, String key, Object... arguments) {
        add(severity, texts.of(TEXTS, key, arguments));
    }

    private static void add(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, ""));
    }

    /** Whether the password is kept elsewhere, so that there is none to change here. */
    public boolean isPasswordElsewhere() {
        return keeper.keeps(caller.require().accountId());
    }

    public String getLoginName() {
        return account.card().loginName();
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** Never shown again. */
    public String getOldPassword() {
        return "";
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    /** Never shown again. */
    public String getNewPassword() {
        return "";
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }
}
