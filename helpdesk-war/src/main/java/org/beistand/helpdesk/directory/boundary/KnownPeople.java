package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.control.Known;
import org.beistand.helpdesk.directory.control.Known.Here;
import org.beistand.helpdesk.directory.control.Known.Meaning;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.directory.entity.LinkProposal;
import org.beistand.helpdesk.identity.boundary.KeptAccounts;
import org.beistand.helpdesk.identity.boundary.PeopleAdministration.AccountCard;
import org.beistand.helpdesk.technician.boundary.KeptTechnicians;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory.TechnicianCard;

/** Gathers what is known here before an import, within the caller's transaction. */
@ApplicationScoped
public class KnownPeople {

    @Inject
    DirectoryPeople people;

    @Inject
    KeptAccounts accounts;

    @Inject
    KeptTechnicians technicians;

    Known now() {
        Map<UUID, DirectoryPerson> links = new HashMap<>();
        people.people().forEach(person -> links.put(person.accountId(), person));
        Map<UUID, TechnicianCard> cards = new HashMap<>();
        technicians.all().forEach(card -> cards.put(card.id(), card));
        Map<UUID, Set<UUID>> channels = technicians.channels();
        List<Here> here = accounts.all().stream()
                .map(account -> here(
                        account,
                        Optional.ofNullable(links.get(account.id())),
                        Optional.ofNullable(cards.get(account.id())),
                        channels.getOrDefault(account.id(), Set.of())))
                .toList();
        List<Meaning> groups = people.groups().stream()
                .map(group -> new Meaning(group.objectGuid(), group.role(), group.team(), group.channels()))
                .toList();
        Set<UUID> refused = people.proposals().stream()
                .filter(proposal -> proposal.state() == LinkProposal.State.REFUSED)
                .map(LinkProposal::objectGuid)
                .collect(Collectors.toCollection(HashSet::new));
        return new Known(here, groups, refused);
    }

    private static Here here(
            AccountCard account, Optional<DirectoryPerson> link, Optional<TechnicianCard> card, Set<UUID> channels) {
        return new Here(
                account.id(),
                link.map(DirectoryPerson::objectGuid),
                link.map(DirectoryPerson::presence).orElse(Presence.HERE),
                account.loginName(),
                card.map(TechnicianCard::displayName).orElse(account.loginName()),
                card.map(TechnicianCard::department).orElse(""),
                card.map(TechnicianCard::email).orElse(""),
                account.role(),
                channels,
                account.active());
    }
}
