package org.beistand.helpdesk.directory.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.beistand.helpdesk.directory.control.ImportPlan.Alarm;
import org.beistand.helpdesk.directory.control.Known.Here;
import org.beistand.helpdesk.directory.control.Known.Meaning;
import org.beistand.helpdesk.directory.control.PlannedChange.Create;
import org.beistand.helpdesk.directory.control.PlannedChange.Field;
import org.beistand.helpdesk.directory.control.PlannedChange.Keep;
import org.beistand.helpdesk.directory.control.PlannedChange.Leave;
import org.beistand.helpdesk.directory.control.PlannedChange.Propose;
import org.beistand.helpdesk.directory.control.PlannedChange.Stuck;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.directory.entity.LinkProposal.Reason;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.integration.directory.ForeignPerson;
import org.beistand.integration.directory.ForeignPerson.Standing;
import org.beistand.integration.directory.Reading;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

    private static final UUID DESK = UUID.randomUUID();
    private static final UUID LEADERS = UUID.randomUUID();
    private static final UUID PHONE = UUID.randomUUID();
    private static final List<Meaning> GROUPS = List.of(
            new Meaning(DESK, Role.TECHNICIAN, "", Set.of(PHONE)),
            new Meaning(LEADERS, Role.ADMINISTRATOR, "Leitung", Set.of()));

    @Test
    void whoIsInSeveralGroupsGetsTheHighestRoleItsTeamAndAllChannels() {
        var plan = plan(List.of(), Set.of(), person("anna", DESK, LEADERS), person("nina", DESK));
        assertThat(plan.changes()).hasSize(2);
        assertThat(((Create) plan.changes().getFirst()).wanted()).satisfies(wanted -> {
            assertThat(wanted.role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(wanted.department()).isEqualTo("Leitung");
            assertThat(wanted.channels()).containsExactly(PHONE);
        });
        assertThat(((Create) plan.changes().getLast()).wanted().department()).isEqualTo("Technik");
    }

    @Test
    void aNewNameIsAChangeAndNobodyNew() {
        var known = here("anna", true, Presence.HERE);
        var renamed = new ForeignPerson(
                known.guid().orElseThrow(),
                "CN=New",
                "anna.meier",
                "",
                "Anna Meier",
                "Technik",
                "anna@x.test",
                Standing.ACTIVE,
                "2",
                Set.of(DESK));
        var plan = plan(List.of(known), Set.of(), renamed);
        assertThat(plan.changes()).singleElement().isInstanceOfSatisfying(Keep.class, keep -> {
            assertThat(keep.account()).isEqualTo(known.account());
            assertThat(keep.fields()).containsExactlyInAnyOrder(Field.LOGIN_NAME, Field.NAME);
            assertThat(keep.returns()).isFalse();
        });
    }

    @Test
    void whoLeavesLeavesForAReason() {
        var gone = here("gone", true, Presence.HERE);
        var moved = here("moved", true, Presence.HERE);
        var disabled = here("disabled", true, Presence.HERE);
        var read =
                reading(Set.of(moved.guid().orElseThrow()), person(disabled, Standing.DISABLED), person("stays", DESK));
        var plan = ImportPlan.of(new Known(List.of(gone, moved, disabled), GROUPS, Set.of()), read);
        assertThat(plan.changes().stream().filter(Leave.class::isInstance).map(Leave.class::cast))
                .extracting(Leave::loginName, Leave::why)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("gone", Presence.GONE),
                        org.assertj.core.groups.Tuple.tuple("moved", Presence.LEFT_GROUPS),
                        org.assertj.core.groups.Tuple.tuple("disabled", Presence.DISABLED));
    }

    @Test
    void whoWasClosedByAnImportComesBackAndWhoWasClosedByHandDoesNot() {
        var left = here("left", false, Presence.LEFT_GROUPS);
        var closed = here("closed", false, Presence.HERE);
        var plan =
                plan(List.of(left, closed), Set.of(), person(left, Standing.ACTIVE), person(closed, Standing.ACTIVE));
        assertThat(plan.changes())
                .extracting(change -> ((Keep) change).returns())
                .containsExactly(false, true);
    }

    @Test
    void anAccountThatWasMadeHereIsOnlyProposed() {
        var byName = local("anna", "", Role.TECHNICIAN);
        var byMail = local("other", "NINA@x.test", Role.TECHNICIAN);
        var plan = plan(List.of(byName, byMail), Set.of(), person("anna", DESK), person("nina", DESK));
        assertThat(plan.changes())
                .extracting(change -> ((Propose) change).reason())
                .containsExactly(Reason.LOGIN_NAME, Reason.EMAIL);
    }

    @Test
    void twoPeopleOfOneNameGetTwoAccounts() {
        var local = local("anna", "", Role.TECHNICIAN);
        var person = person("anna", DESK);
        var plan = plan(List.of(local), Set.of(person.guid()), person);
        assertThat(plan.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Create.class, create -> assertThat(create.loginName()).isEqualTo("anna@x.test"));
        var taken = local("anna@x.test", "", Role.TECHNICIAN);
        var stuck = plan(List.of(local, taken), Set.of(person.guid()), person);
        assertThat(stuck.changes()).singleElement().isInstanceOf(Stuck.class);
    }

    @Test
    void aMasterAdministratorIsNeverProposed() {
        var master = local("anna", "anna@x.test", Role.MASTER_ADMINISTRATOR);
        assertThat(plan(List.of(master), Set.of(), person("anna", DESK)).changes())
                .singleElement()
                .isInstanceOf(Create.class);
    }

    @Test
    void moreWhoLeaveThanMayIsAnAlarm() {
        List<Here> ten = IntStream.range(0, 10)
                .mapToObj(i -> here("p" + i, true, Presence.HERE))
                .toList();
        assertThat(alarmWhenTheyLeave(ten, 2, 20)).isEmpty();
        assertThat(alarmWhenTheyLeave(ten, 3, 20)).hasValue(Alarm.TOO_MANY_LEAVE);
        assertThat(alarmWhenTheyLeave(ten, 3, 30)).isEmpty();
        assertThat(alarmWhenTheyLeave(ten, 1, 0)).hasValue(Alarm.TOO_MANY_LEAVE);
    }

    @Test
    void nobodyIsAnAlarmWhateverMayLeave() {
        var one = here("one", true, Presence.HERE);
        assertThat(plan(List.of(one), Set.of()).alarm(100)).hasValue(Alarm.EMPTY);
        assertThat(plan(List.of(one), Set.of(), person(one, Standing.DISABLED)).alarm(100))
                .hasValue(Alarm.EMPTY);
    }

    @Test
    void theLastAdministratorDoesNotLeave() {
        var admin = new Here(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                Presence.HERE,
                "admin",
                "admin",
                "",
                "",
                Role.ADMINISTRATOR,
                Set.of(),
                true);
        assertThat(plan(List.of(admin), Set.of(), person("other", DESK)).alarm(100))
                .hasValue(Alarm.NO_ADMINISTRATOR);
        assertThat(plan(List.of(admin), Set.of(), person("other", LEADERS)).alarm(100))
                .isEmpty();
    }

    private static Optional<Alarm> alarmWhenTheyLeave(List<Here> all, int leaving, int percent) {
        List<ForeignPerson> staying = new ArrayList<>();
        all.stream().skip(leaving).forEach(one -> staying.add(person(one, Standing.ACTIVE)));
        return plan(all, Set.of(), staying.toArray(ForeignPerson[]::new)).alarm(percent);
    }

    private static ImportPlan plan(List<Here> known, Set<UUID> refused, ForeignPerson... people) {
        return ImportPlan.of(new Known(known, GROUPS, refused), reading(Set.of(), people));
    }

    private static Reading.Complete reading(Set<UUID> elsewhere, ForeignPerson... people) {
        return new Reading.Complete("ldaps://x", "X", Map.of(), List.of(people), elsewhere);
    }

    private static Here here(String name, boolean active, Presence presence) {
        return new Here(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                presence,
                name,
                name,
                "Technik",
                name + "@x.test",
                Role.TECHNICIAN,
                Set.of(PHONE),
                active);
    }

    private static Here local(String name, String email, Role role) {
        return new Here(
                UUID.randomUUID(), Optional.empty(), Presence.HERE, name, name, "", email, role, Set.of(), true);
    }

    private static ForeignPerson person(String name, UUID... groups) {
        return new ForeignPerson(
                UUID.randomUUID(),
                "CN=" + name,
                name,
                name + "@x.test",
                name,
                "Technik",
                name + "@x.test",
                Standing.ACTIVE,
                "1",
                Set.of(groups));
    }

    private static ForeignPerson person(Here here, Standing standing) {
        return new ForeignPerson(
                here.guid().orElseThrow(),
                "CN=" + here.loginName(),
                here.loginName(),
                "",
                here.displayName(),
                here.department(),
                here.email(),
                standing,
                "1",
                Set.of(DESK));
    }
}
