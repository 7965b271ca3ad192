package org.beistand.helpdesk.directory.boundary;

import org.beistand.helpdesk.directory.boundary.DirectoryAdministration.Settings;
import org.beistand.helpdesk.directory.entity.DirectoryConnection.SummaryOf;

/** What an administrator types in. The password is taken and never given. */
public class ConnectionForm {

    private boolean enabled;
    private boolean signIn;
    private boolean photos;
    private String servers = "";
    private String userName = "";
    private String password = "";
    private String authority = "";
    private String base = "";
    private String peopleFilter = "";
    private int minutesBetween;
    private int mostLeaving;
    private SummaryOf summaryOf = SummaryOf.NOBODY;
    private String summaryAttribute = "";

    void fill(Settings settings) {
        enabled = settings.enabled();
        signIn = settings.signIn();
        photos = settings.photos();
        servers = settings.servers();
        userName = settings.userName();
        authority = settings.authority();
        base = settings.base();
        peopleFilter = settings.peopleFilter();
        minutesBetween = settings.minutesBetween();
        mostLeaving = settings.mostLeaving();
        summaryOf = settings.summaryOf();
        summaryAttribute = settings.summaryAttribute();
    }

    DirectoryWish wish() {
        return new DirectoryWish(
                enabled,
                signIn,
                photos,
                servers,
                userName,
                password,
                authority,
                base,
                peopleFilter,
                minutesBetween,
                mostLeaving,
                summaryOf,
                summaryAttribute);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean value) {
        enabled = value;
    }

    public boolean isSignIn() {
        return signIn;
    }

    public void setSignIn(boolean value) {
        signIn = value;
    }

    public boolean isPhotos() {
        return photos;
    }

    public void setPhotos(boolean value) {
        photos = value;
    }

    public String getServers() {
        return servers;
    }

    public void setServers(String value) {
        servers = value;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String value) {
        userName = value;
    }

    /** As typed into this request, so that another field's mistake does not cost it; what is stored is never given. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String value) {
        password = value;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String value) {
        authority = value;
    }

    public String getBase() {
        return base;
    }

    public void setBase(String value) {
        base = value;
    }

    public String getPeopleFilter() {
        return peopleFilter;
    }

    public void setPeopleFilter(String value) {
        peopleFilter = value;
    }

    public int getMinutesBetween() {
        return minutesBetween;
    }

    public void setMinutesBetween(int value) {
        minutesBetween = value;
    }

    public int getMostLeaving() {
        return mostLeaving;
    }

    public void setMostLeaving(int value) {
        mostLeaving = value;
    }

    public SummaryOf getSummaryOf() {
        return summaryOf;
    }

    public void setSummaryOf(SummaryOf value) {
        summaryOf = value;
    }

    public String getSummaryAttribute() {
        return summaryAttribute;
    }

    public void setSummaryAttribute(String value) {
        summaryAttribute = value;
    }
}
