package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.directory.boundary.GroupAdministration.GroupCard;
import org.beistand.helpdesk.directory.boundary.LinkAdministration.ProposalCard;
import org.beistand.helpdesk.intake.boundary.ChannelAdministration;
import org.beistand.helpdesk.intake.boundary.ChannelAdministration.ChannelCard;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.security.Role;

/** The part of the page {@code /admin/directory} that says what groups mean and who is who. */
@Named
@RequestScoped
public class DirectoryGroupsPage {

    private static final String HERE = "/admin/directory?faces-redirect=true";

    private String group = "";
    private Role role = Role.TECHNICIAN;
    private String team = "";
    private String[] chosen = {};

    @Inject
    GroupAdministration groups;

    @Inject
    LinkAdministration links;

    @Inject
    ChannelAdministration channels;

    @Inject
    DirectoryTexts texts;

    @Inject
    Announcer announcer;

    public String add() {
        groups.mean(
                group, role, team, Arrays.stream(chosen).map(UUID::fromString).collect(Collectors.toSet()));
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("group.added", group.strip()));
        return HERE;
    }

    public String forget(UUID id) {
        groups.forget(id);
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("saved"));
        return HERE;
    }

    public String confirm(UUID id) {
        links.confirm(id);
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("link.confirmed"));
        return HERE;
    }

    public String refuse(UUID id) {
        links.refuse(id);
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("link.refused"));
        return HERE;
    }

    public List<GroupCard> getAll() {
        return groups.all();
    }

    public List<ProposalCard> getProposals() {
        return links.open();
    }

    public List<ChannelCard> getChannels() {
        return channels.all();
    }

    /** Those that the caller may give. */
    public List<Role> getRoles() {
        return groups.roles();
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String value) {
        group = value;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role value) {
        role = value;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String value) {
        team = value;
    }

    public String[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(String[] value) {
        chosen = value.clone();
    }
}
