package org.beistand.helpdesk.admin.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.identity.boundary.TokenAdministration;
import org.beistand.helpdesk.identity.boundary.TokenAdministration.TokenCard;
import org.beistand.helpdesk.platform.security.Scope;

/** The page {@code /admin/tokens}: programs' ways in. A new token is shown in the answer to its making, and never again. */
@Named
@RequestScoped
public class TokensPage {

    private static final int DEFAULT_DAYS = 90;

    private String name = "";
    private String[] scopes = {};
    private int days = DEFAULT_DAYS;
    private String created = "";

    @Inject
    TokenAdministration tokens;

    @Inject
    Notices notices;

    public List<TokenCard> getAll() {
        return tokens.all();
    }

    /** Stays on the page, because a redirect would have to carry the secret. */
    public void create() {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        Arrays.stream(scopes).map(Scope::parse).flatMap(Optional::stream).forEach(wanted::add);
        created = tokens.create(name, wanted, days).token();
        name = "";
    }

    public String revoke(UUID id) {
        tokens.revoke(id);
        notices.saved();
        return "/admin/tokens?faces-redirect=true";
    }

    public List<String> getAllScopes() {
        return Arrays.stream(Scope.values()).map(Scope::text).toList();
    }

    /** The token just made, or empty. */
    public String getCreated() {
        return created;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(String[] scopes) {
        this.scopes = scopes.clone();
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
