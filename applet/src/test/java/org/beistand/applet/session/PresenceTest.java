package org.beistand.applet.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.beistand.engine.protocol.grant.Permission;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private final Presence presence = new Presence();

    @Test
    void isDesertedWhenTheLastLeavesForGood() {
        presence.joined(technician(7, "maria"));
        presence.joined(technician(8, "jonas"));
        presence.left(7, true);
        assertThat(presence.isDeserted()).isFalse();
        presence.left(8, true);
        assertThat(presence.isDeserted()).isTrue();
    }

    @Test
    void waitsForWhoLostTheConnection() {
        presence.joined(technician(7, "maria"));
        presence.left(7, false);
        assertThat(presence.isDeserted()).isFalse();
        presence.joined(technician(9, "maria"));
        presence.left(9, true);
        assertThat(presence.isDeserted()).isTrue();
    }

    @Test
    void waitsForEverybodyWhenOurOwnConnectionBreaksButNotForever() {
        presence.joined(technician(7, "maria"));
        presence.connectionLost();
        assertThat(presence.here()).isEmpty();
        assertThat(presence.isDeserted()).isFalse();
        presence.stopAwaiting();
        assertThat(presence.isDeserted()).isTrue();
    }

    @Test
    void knowsWhoCameBackUnderAnotherNumber() {
        presence.joined(technician(7, "maria"));
        presence.joined(technician(9, "maria"));
        assertThat(presence.here()).extracting(Technician::participant).containsExactly(9);
    }

    private static Technician technician(int participant, String subject) {
        return new Technician(participant, subject, subject, Set.of(Permission.VIEW), Set.of());
    }
}
