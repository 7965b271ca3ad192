package org.beistand.helpdesk.admin.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.intake.boundary.ChannelAdministration;
import org.beistand.helpdesk.intake.boundary.ChannelAdministration.ChannelCard;
import org.beistand.helpdesk.intake.entity.IntakeChannel.Kind;

/** The page {@code /admin/channels}: how requests arrive. */
@Named
@RequestScoped
public class ChannelsPage {

    private static final String HERE = "/admin/channels?faces-redirect=true";

    private String name = "";
    private String description = "";
    private Kind kind = Kind.PHONE;

    @Inject
    ChannelAdministration channels;

    @Inject
    Notices notices;

    public List<ChannelCard> getAll() {
        return channels.all();
    }

    public String open() {
        channels.open(name, kind, description);
        notices.saved();
        return HERE;
    }

    public String toggle(UUID id, boolean active) {
        channels.setActive(id, !active);
        notices.saved();
        return HERE;
    }

    public Kind[] getKinds() {
        return Kind.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind kind) {
        this.kind = kind;
    }
}
