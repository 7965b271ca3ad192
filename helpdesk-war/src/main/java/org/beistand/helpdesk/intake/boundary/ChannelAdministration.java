package org.beistand.helpdesk.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;

/** The company's intake channels, for administrators; and their list for everybody of the desk. */
@ApplicationScoped
@Transactional
public class ChannelAdministration {

    @Inject
    IntakeChannels channels;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    public List<ChannelCard> all() {
        current.require();
        return channels.all().stream().map(ChannelCard::of).toList();
    }

    /** @throws ChannelNameTakenException when the company has a channel of that name */
    public ChannelCard open(String name, IntakeChannel.Kind kind, String description) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        if (channels.all().stream().anyMatch(other -> other.name().equalsIgnoreCase(name.strip()))) {
            throw new ChannelNameTakenException();
        }
        var channel = new IntakeChannel(name.strip(), kind, description.strip());
        channels.add(channel);
        audit.record(caller.name(), "channel.opened", channel.name(), kind.name());
        return ChannelCard.of(channel);
    }

    public void setActive(UUID id, boolean active) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        IntakeChannel channel = channels.byId(id).orElseThrow(() -> new NotFoundException("channel " + id));
        if (active) {
            channel.reopen();
        } else {
            channel.close();
        }
        audit.record(caller.name(), active ? "channel.reopened" : "channel.closed", channel.name(), "");
    }

    /** A channel as lists show it. */
    public record ChannelCard(UUID id, String name, String kind, String description, boolean active) {
        static ChannelCard of(IntakeChannel channel) {
            return new ChannelCard(
                    channel.id(), channel.name(), channel.kind().name(), channel.description(), channel.isActive());
        }
    }
}
