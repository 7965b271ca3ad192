package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.beistand.helpdesk.identity.boundary.SignIn.KeeperSilent;
import org.beistand.helpdesk.identity.boundary.SignIn.PasswordOver;
import org.beistand.helpdesk.identity.boundary.SignIn.Refused;
import org.beistand.helpdesk.identity.boundary.SignIn.Wait;
import org.beistand.helpdesk.identity.boundary.SignIn.Welcome;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.web.ClientAddress;
import org.jspecify.annotations.Nullable;

/** The page {@code /login}: a technician says who they are. */
@Named
@RequestScoped
public class LoginPage {

    private static final String TEXTS = "org.beistand.helpdesk.identity.messages";
    private static final String DESK = "/desk/";

    private String loginName = "";
    private String password = "";
    private @Nullable String back;

    @Inject
    SignIn signIn;

    @Inject
    BrowserLogin browser;

    @Inject
    Texts texts;

    @Inject
    ClientAddress address;

    @Inject
    HttpServletRequest request;

    public void enter() throws IOException {
        switch (signIn.attempt(loginName, password, address.of(request))) {
            case Welcome(SignedIn signedIn) -> {
                var faces = FacesContext.getCurrentInstance().getExternalContext();
                browser.begin(request, (HttpServletResponse) faces.getResponse(), signedIn);
                faces.redirect(target());
            }
            case Refused() -> say(texts.of(TEXTS, "login.refused"));
            case PasswordOver() -> say(texts.of(TEXTS, "login.password_over"));
            case KeeperSilent() -> say(texts.of(TEXTS, "login.keeper_silent"));
            case Wait(var time) -> say(texts.of(TEXTS, "login.wait", Math.max(1, time.toSeconds())));
        }
    }

    /** Only a path of our own: a foreign address in the parameter would make the login page an accomplice. */
    private String target() {
        String path = back;
        boolean own = path != null && path.matches("/(desk|admin|monitor|account)(/[A-Za-z0-9._~/?&=%-]*)?");
        return request.getContextPath() + (own && path != null ? path : DESK);
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, ""));
    }

    public String getLoginName() {
        return loginName;
    }

    public void setLoginName(String loginName) {
        this.loginName = loginName;
    }

    /** Never shown again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public @Nullable String getBack() {
        return back;
    }

    public void setBack(@Nullable String back) {
        this.back = back;
    }
}
