package org.beistand.helpdesk.directory.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.directory.control.Known.Here;
import org.beistand.helpdesk.directory.control.Known.Meaning;
import org.beistand.helpdesk.directory.control.PlannedChange.Create;
import org.beistand.helpdesk.directory.control.PlannedChange.Field;
import org.beistand.helpdesk.directory.control.PlannedChange.Keep;
import org.beistand.helpdesk.directory.control.PlannedChange.Leave;
import org.beistand.helpdesk.directory.control.PlannedChange.Propose;
import org.beistand.helpdesk.directory.control.PlannedChange.Stuck;
import org.beistand.helpdesk.directory.control.PlannedChange.Wanted;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.directory.entity.DirectoryRun.Counts;
import org.beistand.helpdesk.directory.entity.LinkProposal.Reason;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.integration.directory.ForeignPerson;
import org.beistand.integration.directory.ForeignPerson.Standing;
import org.beistand.integration.directory.Reading;

/**
 * What an import would do: a pure function of what was read and what is known. The preview shows it, the run carries it
 * out, and both mean the same. People are recognised by their {@code objectGUID} alone; a name, an address or a place in
 * the tree that changed is a change of theirs and nobody new.
 */
public final class ImportPlan {

    private static final int LONGEST_LOGIN = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    /** Why what was read is not believed. */
    public enum Alarm {
        /** Nobody is in the groups, or everybody is disabled. */
        EMPTY,
        /** More people would leave than the company said can be. */
        TOO_MANY_LEAVE,
        /** Nobody would be left who may administrate. */
        NO_ADMINISTRATOR
    }

    private final Known known;
    private final Reading.Complete read;
    private final List<PlannedChange> changes = new ArrayList<>();
    private final Set<String> given = new HashSet<>();

    private ImportPlan(Known known, Reading.Complete read) {
        this.known = known;
        this.read = read;
    }

    public static ImportPlan of(Known known, Reading.Complete read) {
        var plan = new ImportPlan(known, read);
        plan.make();
        return plan;
    }

    /** By name. */
    public List<PlannedChange> changes() {
        return List.copyOf(changes);
    }

    private void make() {
        Map<UUID, Here> byGuid = known.byGuid();
        Set<UUID> present = new HashSet<>();
        for (ForeignPerson person : read.people()) {
            present.add(person.guid());
            Optional<Here> here = Optional.ofNullable(byGuid.get(person.guid()));
            if (person.standing() == Standing.ACTIVE) {
                changes.add(here.map(one -> keep(one, person)).orElseGet(() -> welcome(person)));
            } else {
                here.filter(Here::active).ifPresent(one -> changes.add(leave(one, presence(person.standing()))));
            }
        }
        byGuid.forEach((guid, here) -> {
            if (!present.contains(guid) && here.active()) {
                changes.add(leave(here, read.elsewhere().contains(guid) ? Presence.LEFT_GROUPS : Presence.GONE));
            }
        });
        changes.sort(Comparator.comparing(PlannedChange::name).thenComparing(PlannedChange::loginName));
    }

    private static Presence presence(Standing standing) {
        return switch (standing) {
            case ACTIVE -> Presence.HERE;
            case DISABLED -> Presence.DISABLED;
            case EXPIRED -> Presence.EXPIRED;
        };
    }

    private static Leave leave(Here here, Presence why) {
        return new Leave(here.account(), here.guid().orElseThrow(), here.displayName(), here.loginName(), why);
    }

    /** Whoever was closed by hand stays closed; whoever an import closed comes back. */
    private PlannedChange keep(Here here, ForeignPerson person) {
        String login = freeLogin(person, Optional.of(here.account())).orElse(here.loginName());
        Wanted wanted = wanted(person, login);
        Set<Field> fields = EnumSet.noneOf(Field.class);
        note(fields, Field.LOGIN_NAME, here.loginName(), wanted.loginName());
        note(fields, Field.NAME, here.displayName(), wanted.displayName());
        note(fields, Field.DEPARTMENT, here.department(), wanted.department());
        note(fields, Field.EMAIL, here.email(), wanted.email());
        note(fields, Field.ROLE, here.role(), wanted.role());
        note(fields, Field.CHANNELS, here.channels(), wanted.channels());
        boolean returns = !here.active() && here.presence() != Presence.HERE;
        return new Keep(here.account(), person, wanted, fields, returns);
    }

    private static void note(Set<Field> fields, Field field, Object before, Object after) {
        if (!before.equals(after)) {
            fields.add(field);
        }
    }

    private PlannedChange welcome(ForeignPerson person) {
        if (!known.refused().contains(person.guid())) {
            for (Here local : known.local()) {
                Optional<Reason> reason = likeness(local, person);
                if (reason.isPresent() && local.role() != Role.MASTER_ADMINISTRATOR) {
                    return new Propose(person, local.account(), local.loginName(), reason.get());
                }
            }
        }
        return freeLogin(person, Optional.empty())
                .<PlannedChange>map(login -> new Create(person, wanted(person, login)))
                .orElseGet(() -> new Stuck(person));
    }

    private static Optional<Reason> likeness(Here local, ForeignPerson person) {
        if (local.loginName().equalsIgnoreCase(person.accountName())
                || local.loginName().equalsIgnoreCase(person.principalName())) {
            return Optional.of(Reason.LOGIN_NAME);
        }
        boolean address = !local.email().isEmpty()
                && (local.email().equalsIgnoreCase(person.email())
                        || local.email().equalsIgnoreCase(person.principalName()));
        return address ? Optional.of(Reason.EMAIL) : Optional.empty();
    }

    /** The account's name over there; if somebody else has it here, the longer one with the domain. */
    private Optional<String> freeLogin(ForeignPerson person, Optional<UUID> account) {
        for (String name : List.of(person.accountName(), person.principalName())) {
            String login = name.strip().toLowerCase(Locale.ROOT);
            if (!login.isEmpty()
                    && login.length() <= LONGEST_LOGIN
                    && login.indexOf('/') < 0
                    && !known.isTaken(login, account)
                    && given.add(login)) {
                return Optional.of(login);
            }
        }
        return Optional.empty();
    }

    private Wanted wanted(ForeignPerson person, String login) {
        List<Meaning> meant = known.groups().stream()
                .filter(group -> person.groups().contains(group.guid()))
                .toList();
        Role role =
                meant.stream().map(Meaning::role).max(Comparator.naturalOrder()).orElse(Role.TECHNICIAN);
        String team = meant.stream()
                .filter(group -> !group.team().isEmpty())
                .max(Comparator.comparing(Meaning::role).thenComparing(Meaning::team))
                .map(Meaning::team)
                .orElse(person.department());
        Set<UUID> channels = new HashSet<>();
        meant.forEach(group -> channels.addAll(group.channels()));
        String email = person.email().length() > LONGEST_EMAIL ? "" : person.email();
        return new Wanted(login, cut(person.displayName()), cut(team), email, role, channels);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    /** @param mostLeaving percent of those who are here of whom the directory keeps account */
    public Optional<Alarm> alarm(int mostLeaving) {
        if (read.people().stream().noneMatch(person -> person.standing() == Standing.ACTIVE)) {
            return Optional.of(Alarm.EMPTY);
        }
        long here = known.byGuid().values().stream().filter(Here::active).count();
        long leaving = count(Leave.class);
        if (leaving * 100 > mostLeaving * here) {
            return Optional.of(Alarm.TOO_MANY_LEAVE);
        }
        return administratorsBefore() > 0 && administratorsAfter() == 0
                ? Optional.of(Alarm.NO_ADMINISTRATOR)
                : Optional.empty();
    }

    private long administratorsBefore() {
        return known.accounts().stream()
                .filter(one -> one.active() && one.role().includes(Role.ADMINISTRATOR))
                .count();
    }

    private long administratorsAfter() {
        Set<UUID> touched = new HashSet<>();
        long after = 0;
        for (PlannedChange change : changes) {
            switch (change) {
                case Create create -> after += administrates(create.wanted().role());
                case Keep keep -> {
                    touched.add(keep.account());
                    boolean closed = known.accounts().stream()
                            .anyMatch(one -> one.account().equals(keep.account()) && !one.active());
                    after += closed && !keep.returns()
                            ? 0
                            : administrates(keep.wanted().role());
                }
                case Leave leave -> touched.add(leave.account());
                case Propose propose -> {}
                case Stuck stuck -> {}
            }
        }
        return after
                + known.accounts().stream()
                        .filter(one -> one.active() && !touched.contains(one.account()))
                        .filter(one -> one.role().includes(Role.ADMINISTRATOR))
                        .count();
    }

    private static int administrates(Role role) {
        return role.includes(Role.ADMINISTRATOR) ? 1 : 0;
    }

    public Counts counts() {
        int returned = (int) changes.stream()
                .filter(change -> change instanceof Keep keep && keep.returns())
                .count();
        int changed = (int) changes.stream()
                .filter(change -> change instanceof Keep keep
                        && !keep.returns()
                        && !keep.fields().isEmpty())
                .count();
        return new Counts(
                read.people().size(),
                (int) count(Create.class),
                changed,
                (int) count(Leave.class),
                returned,
                (int) count(Propose.class),
                (int) count(Stuck.class));
    }

    private long count(Class<? extends PlannedChange> kind) {
        return changes.stream().filter(kind::isInstance).count();
    }
}
