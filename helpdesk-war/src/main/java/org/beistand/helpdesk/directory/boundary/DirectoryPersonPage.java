package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.technician.control.ChannelDuties;

/** The part of a person's page that says what the directory knows. */
@Named
@RequestScoped
@Transactional
public class DirectoryPersonPage {

    @Inject
    DirectoryPeople people;

    @Inject
    ChannelDuties duties;

    @Inject
    IntakeChannels channels;

    @Inject
    DirectoryTexts texts;

    @Inject
    CurrentCaller current;

    /**
     * Where an account's person comes from.
     *
     * @param known whether it is the directory
     * @param channels that the person serves, wherever they come from
     */
    public record Origin(
            boolean known,
            String account,
            String dn,
            boolean here,
            String presence,
            boolean photo,
            String photoText,
            String channels) {}

    /** @param account id as text, from a page that has found the account already */
    public Origin of(String account) {
        current.require(Role.ADMINISTRATOR);
        UUID id = UUID.fromString(account);
        Set<UUID> served = duties.of(id);
        String names = channels.all().stream()
                .filter(channel -> served.contains(channel.id()))
                .map(IntakeChannel::name)
                .collect(Collectors.joining(", "));
        Optional<DirectoryPerson> person = people.ofAccount(id);
        return person.map(one -> new Origin(
                        true,
                        account,
                        one.dn(),
                        one.presence() == Presence.HERE,
                        texts.of("presence." + one.presence()),
                        one.photo().isPresent(),
                        texts.of("photo"),
                        names))
                .orElseGet(() -> new Origin(false, account, "", false, "", false, "", names));
    }
}
