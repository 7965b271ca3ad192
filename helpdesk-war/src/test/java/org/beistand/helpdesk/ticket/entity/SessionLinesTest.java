package org.beistand.helpdesk.ticket.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.beistand.helpdesk.ticket.entity.SessionSummary.PermissionDecided;
import org.junit.jupiter.api.Test;

class SessionLinesTest {

    private static final Instant AT = Instant.parse("2026-11-20T10:42:07.123456Z");

    @Test
    void readsBackWhatItWrote() {
        var permissions = List.of(
                new PermissionDecided("view", true, AT, "click"),
                new PermissionDecided("control", false, AT, "timeout"));
        var converter = new SessionLines.Permissions();

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(permissions)))
                .isEqualTo(permissions);
    }

    @Test
    void cannotBeTrickedIntoAnotherLine() {
        var names = new SessionLines.Names();
        var permissions = new SessionLines.Permissions();
        var forged = List.of(new PermissionDecided("view|true\ncontrol", false, AT, "a|b"));

        assertThat(names.convertToEntityAttribute(names.convertToDatabaseColumn(List.of("Anna\nBoss"))))
                .containsExactly("Anna Boss");
        assertThat(permissions.convertToEntityAttribute(permissions.convertToDatabaseColumn(forged)))
                .containsExactly(new PermissionDecided("view_true_control", false, AT, "a_b"));
    }

    @Test
    void staysWithinItsColumn() {
        var many = Collections.nCopies(500, new PermissionDecided("control", true, AT, "click"));

        assertThat(new SessionLines.Permissions().convertToDatabaseColumn(many).length())
                .isLessThanOrEqualTo(SessionLines.PERMISSIONS);
    }

    @Test
    void knowsTheDifferenceBetweenNothingAndSomething() {
        assertThat(new SessionLines.Names().convertToEntityAttribute("")).isEmpty();
        assertThat(new IdList().convertToEntityAttribute("")).isEmpty();
    }
}
