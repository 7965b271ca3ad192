package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryGroup;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.integration.directory.Directory.Groups;
import org.beistand.integration.directory.ForeignGroup;

/** What being in a group over there means here. Nobody gives away a role above their own, nor a master administrator's. */
@ApplicationScoped
public class GroupAdministration {

    private static final int LONGEST_TEAM = 200;

    @Inject
    DirectoryConnections connections;

    @Inject
    DirectoryPeople people;

    @Inject
    IntakeChannels channels;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    DirectoryTexts texts;

    /** A group and its meaning, as lists show it. */
    public record GroupCard(UUID id, String name, String dn, Role role, String team, List<String> channels) {}

    @Transactional
    public List<GroupCard> all() {
        current.require(Role.ADMINISTRATOR);
        List<IntakeChannel> known = channels.all();
        return people.groups().stream()
                .map(group -> new GroupCard(
                        group.id(), group.name(), group.dn(), group.role(), group.team(), names(known, group)))
                .toList();
    }

    private static List<String> names(List<IntakeChannel> known, DirectoryGroup group) {
        return known.stream()
                .filter(channel -> group.channels().contains(channel.id()))
                .map(IntakeChannel::name)
                .toList();
    }

    /** Roles that a group can mean, as far as the caller may give them. */
    public List<Role> roles() {
        Caller caller = current.require(Role.ADMINISTRATOR);
        return List.of(Role.TECHNICIAN, Role.ADMINISTRATOR).stream()
                .filter(caller.role()::includes)
                .toList();
    }

    /**
     * Says what a group means; for one that means something already, anew. The directory is asked for it.
     *
     * @param called name, address or DN of the group
     * @param team empty to keep the departments that people have over there
     * @throws DirectoryRuleException when the directory knows no such group, or several
     */
    public UUID mean(String called, Role role, String team, Set<UUID> channelIds) {
        if (!roles().contains(role)) {
            throw new ForbiddenException("a group cannot mean " + role);
        }
        if (team.strip().length() > LONGEST_TEAM || channelIds.size() > DirectoryGroup.MOST_CHANNELS) {
            throw new DirectoryRuleException("rule.team");
        }
        ForeignGroup found = find(called);
        return transactions.of(() -> {
            Set<UUID> known = channels.all().stream().map(IntakeChannel::id).collect(Collectors.toSet());
            known.retainAll(channelIds);
            var group = people.groups().stream()
                    .filter(one -> one.objectGuid().equals(found.guid()))
                    .findFirst()
                    .orElseGet(() -> {
                        var fresh = new DirectoryGroup(found.guid(), found.dn(), found.name());
                        people.add(fresh);
                        return fresh;
                    });
            group.mean(role, team.strip(), known);
            audit.record(
                    current.require().name(),
                    "directory.group_mapped",
                    found.dn(),
                    role + ", team " + team.strip() + ", " + known.size() + " channels");
            return group.id();
        });
    }

    private ForeignGroup find(String called) {
        if (called.isBlank()) {
            throw new DirectoryRuleException("rule.group_unknown", called);
        }
        var access =
                transactions.of(connections::access).orElseThrow(() -> new DirectoryRuleException("rule.no_server"));
        return switch (routes.get().directory().groupsCalled(access, called)) {
            case Groups.Failed failed -> throw new DirectoryRuleException("rule.not_read", texts.of(failed.fault()));
            case Groups.Found found
            when found.groups().isEmpty() -> throw new DirectoryRuleException("rule.group_unknown", called.strip());
            case Groups.Found found
            when found.groups().size() > 1 ->
                throw new DirectoryRuleException(
                        "rule.group_many",
                        found.groups().stream().map(ForeignGroup::dn).collect(Collectors.joining("; ")));
            case Groups.Found found -> found.groups().getFirst();
        };
    }

    /** Its people leave with the next run, unless another group holds them. */
    @Transactional
    public void forget(UUID id) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var group = people.group(id).orElseThrow(() -> new NotFoundException("directory group " + id));
        people.remove(group);
        audit.record(caller.name(), "directory.group_forgotten", group.dn(), "");
    }
}
