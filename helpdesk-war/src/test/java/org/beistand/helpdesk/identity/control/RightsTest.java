package org.beistand.helpdesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.helpdesk.identity.control.Rights.Facts;
import org.beistand.helpdesk.identity.control.Rights.Reason;
import org.beistand.helpdesk.platform.security.Role;
import org.junit.jupiter.api.Test;

class RightsTest {

    @Test
    void whoLeadsMayAskToViewControlCopyMoveFilesAndRecordInviteAndHandOver() {
        assertThat(Rights.policy(new Facts(Role.TECHNICIAN, true, true, true, Set.of()))
                        .allowed())
                .containsExactlyInAnyOrder(
                        Permission.VIEW,
                        Permission.CONTROL,
                        Permission.CLIPBOARD_IN,
                        Permission.CLIPBOARD_OUT,
                        Permission.FILE_READ,
                        Permission.FILE_WRITE,
                        Permission.RECORD,
                        Permission.INVITE,
                        Permission.TRANSFER);
    }

    @Test
    void onlyWhoLeadsMayHandOver() {
        var verdict = Rights.policy(new Facts(Role.ADMINISTRATOR, true, true, false, Set.of()))
                .of(Permission.TRANSFER);
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason()).isEqualTo(Reason.NOT_LEADING);
    }

    @Test
    void whatTheCompanyForbidsIsDeniedAndSaysSo() {
        var verdict = Rights.policy(new Facts(Role.ADMINISTRATOR, true, true, true, Set.of(Permission.CONTROL)))
                .of(Permission.CONTROL);
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason()).isEqualTo(Reason.COMPANY_POLICY);
    }

    @Test
    void aCompanyForbidsEachDirectionOfFilesForItself() {
        var decision = Rights.policy(new Facts(Role.TECHNICIAN, true, true, true, Set.of(Permission.FILE_READ)));
        assertThat(decision.of(Permission.FILE_READ).reason()).isEqualTo(Reason.COMPANY_POLICY);
        assertThat(decision.of(Permission.FILE_WRITE).allowed()).isTrue();
    }

    @Test
    void whoIsDeactivatedMayNothing() {
        assertThat(Rights.policy(new Facts(Role.MASTER_ADMINISTRATOR, false, true, true, Set.of()))
                        .allowed())
                .isEmpty();
    }

    @Test
    void everyPermissionHasAVerdict() {
        assertThat(Rights.policy(new Facts(Role.TECHNICIAN, true, true, true, Set.of()))
                        .verdicts())
                .containsOnlyKeys(Permission.values());
    }
}
