package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.control.ImportPlan;
import org.beistand.helpdesk.directory.control.PlannedChange.Create;
import org.beistand.helpdesk.directory.control.PlannedChange.Keep;
import org.beistand.helpdesk.directory.control.PlannedChange.Leave;
import org.beistand.helpdesk.directory.control.PlannedChange.Propose;
import org.beistand.helpdesk.directory.control.PlannedChange.Stuck;
import org.beistand.helpdesk.directory.control.PlannedChange.Wanted;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.LinkProposal;
import org.beistand.helpdesk.identity.boundary.KeptAccounts;
import org.beistand.helpdesk.technician.boundary.KeptTechnicians;
import org.beistand.integration.directory.ForeignPerson;
import org.beistand.integration.directory.Reading;

/** Does what a plan says, all of it in the caller's transaction, with a line in the audit for each person. */
@ApplicationScoped
public class CarryOut {

    static final String ACTOR = "directory";

    @Inject
    DirectoryPeople people;

    @Inject
    KeptAccounts accounts;

    @Inject
    KeptTechnicians technicians;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    void carryOut(ImportPlan plan, Reading.Complete read) {
        Map<UUID, DirectoryPerson> links = new HashMap<>();
        people.people().forEach(person -> links.put(person.accountId(), person));
        Map<UUID, LinkProposal> proposals = new HashMap<>();
        people.proposals().forEach(proposal -> proposals.put(proposal.objectGuid(), proposal));
        Set<UUID> proposed = new HashSet<>();
        for (var change : plan.changes()) {
            switch (change) {
                case Create create -> create(create, read.domain());
                case Keep keep -> keep(keep, Objects.requireNonNull(links.get(keep.account())), read.domain());
                case Leave leave -> leave(leave, Objects.requireNonNull(links.get(leave.account())));
                case Propose propose -> {
                    proposed.add(propose.person().guid());
                    if (!proposals.containsKey(propose.person().guid())) {
                        propose(propose);
                    }
                }
                case Stuck stuck -> {}
            }
        }
        proposals.values().stream()
                .filter(proposal -> proposal.state() == LinkProposal.State.OPEN)
                .filter(proposal -> !proposed.contains(proposal.objectGuid()))
                .forEach(people::remove);
        people.groups().forEach(group -> {
            var now = read.groups().get(group.objectGuid());
            if (now != null) {
                group.call(now.dn(), now.name());
            }
        });
    }

    private void create(Create create, String domain) {
        Wanted wanted = create.wanted();
        UUID account = accounts.open(
                wanted.loginName(), wanted.displayName(), wanted.department(), wanted.email(), wanted.role());
        accounts.alsoCall(account, aliases(create.person(), domain, wanted.loginName()));
        technicians.serve(account, wanted.channels());
        var link = new DirectoryPerson(
                create.person().guid(), account, create.person().dn());
        link.seen(create.person().dn(), create.person().mark());
        people.add(link);
        audit.record(
                ACTOR,
                "person.created",
                wanted.loginName(),
                wanted.role() + ", " + create.person().dn());
    }

    private void keep(Keep keep, DirectoryPerson link, String domain) {
        UUID account = keep.account();
        Wanted wanted = keep.wanted();
        boolean moved = !link.dn().equals(keep.person().dn());
        if (!keep.fields().isEmpty()) {
            accounts.rename(account, wanted.loginName());
            accounts.give(account, wanted.role());
            technicians.describe(account, wanted.displayName(), wanted.department(), wanted.email());
            technicians.serve(account, wanted.channels());
        }
        if (keep.returns()) {
            accounts.reopen(account);
            technicians.comeBack(account);
            audit.record(
                    ACTOR, "person.activated", wanted.loginName(), keep.person().dn());
        }
        if (!keep.fields().isEmpty() || moved) {
            audit.record(ACTOR, "person.changed", wanted.loginName(), told(keep, link.dn(), moved));
        }
        if (link.mayBeDifferent(keep.person().mark()) || !keep.fields().isEmpty()) {
            accounts.alsoCall(account, aliases(keep.person(), domain, wanted.loginName()));
        }
        link.seen(keep.person().dn(), keep.person().mark());
    }

    private static String told(Keep keep, String before, boolean moved) {
        String fields = keep.fields().stream()
                .map(field -> switch (field) {
                    case LOGIN_NAME -> "login name";
                    case NAME -> "name -> " + keep.wanted().displayName();
                    case DEPARTMENT -> "department -> " + keep.wanted().department();
                    case EMAIL -> "e-mail -> " + keep.wanted().email();
                    case ROLE -> "role -> " + keep.wanted().role();
                    case CHANNELS -> "channels";
                })
                .sorted()
                .collect(Collectors.joining(", "));
        return moved
                ? fields + (fields.isEmpty() ? "" : ", ") + before + " -> "
                        + keep.person().dn()
                : fields;
    }

    private void leave(Leave leave, DirectoryPerson link) {
        accounts.close(leave.account());
        technicians.leave(leave.account());
        link.leave(leave.why());
        audit.record(ACTOR, "person.deactivated", leave.loginName(), leave.why() + ", " + link.dn());
    }

    private void propose(Propose propose) {
        ForeignPerson person = propose.person();
        people.add(new LinkProposal(
                person.guid(),
                propose.account(),
                person.displayName(),
                person.accountName(),
                person.dn(),
                propose.reason(),
                clock.instant()));
        audit.record(ACTOR, "directory.link_proposed", propose.loginName(), person.dn());
    }

    /** What people are used to typing: {@code name@example.com} and {@code CORP\name}. */
    private static Set<String> aliases(ForeignPerson person, String domain, String loginName) {
        Set<String> names = new LinkedHashSet<>();
        names.add(person.accountName());
        names.add(person.principalName());
        if (!domain.isEmpty()) {
            names.add(domain + "\\" + person.accountName());
        }
        return names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && name.length() <= 300 && !name.equals(loginName))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
