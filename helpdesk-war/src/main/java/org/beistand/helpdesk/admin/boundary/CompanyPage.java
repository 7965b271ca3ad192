package org.beistand.helpdesk.admin.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.beistand.helpdesk.identity.boundary.CompanyCard;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.identity.boundary.CompanySettings;

/** The page {@code /admin/}: what holds for the whole company. */
@Named
@RequestScoped
public class CompanyPage {

    private String slug = "";
    private String name = "";
    private String language = "";
    private int pinLength;
    private int pinMinutes;

    @Inject
    CompanyDirectory companies;

    @Inject
    CompanySettings settings;

    @Inject
    Notices notices;

    @PostConstruct
    void load() {
        CompanyCard card = companies.current();
        slug = card.slug();
        name = card.name();
        language = card.language();
        pinLength = card.pinLength();
        pinMinutes = card.pinMinutes();
    }

    public String save() {
        settings.change(name, language, pinLength, pinMinutes);
        notices.saved();
        return "/admin/index?faces-redirect=true";
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public int getPinLength() {
        return pinLength;
    }

    public void setPinLength(int pinLength) {
        this.pinLength = pinLength;
    }

    public int getPinMinutes() {
        return pinMinutes;
    }

    public void setPinMinutes(int pinMinutes) {
        this.pinMinutes = pinMinutes;
    }
}
