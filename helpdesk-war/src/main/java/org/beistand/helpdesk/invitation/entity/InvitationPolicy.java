package org.beistand.helpdesk.invitation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * How freely a company's technicians invite: how many messages an hour, and whether a message may carry the PIN beside
 * the link. The row is locked while an invitation is counted, so that no two slip through the last gap.
 */
@Entity
@Table(name = "invitation_policy")
public class InvitationPolicy {

    /** A busy technician sends a dozen an hour; what sends more is a script or a stolen account. */
    public static final int USUAL_TECHNICIAN_HOUR = 30;

    public static final int USUAL_COMPANY_HOUR = 300;

    /** Beyond this a mail provider has closed the account. */
    public static final int MOST = 10_000;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "pin_by_mail", nullable = false)
    private boolean pinByMail;

    @Column(name = "pin_by_sms", nullable = false)
    private boolean pinBySms;

    @Column(name = "technician_hour", nullable = false)
    private int technicianHour;

    @Column(name = "company_hour", nullable = false)
    private int companyHour;

    @Version
    private long version;

    /** The careful one: no PIN in any message. */
    public InvitationPolicy() {
        this.id = UUID.randomUUID();
        this.technicianHour = USUAL_TECHNICIAN_HOUR;
        this.companyHour = USUAL_COMPANY_HOUR;
    }

    public void allowPin(boolean byMail, boolean bySms) {
        pinByMail = byMail;
        pinBySms = bySms;
    }

    /** @param perTechnician invitations an hour; 0 forbids them */
    public void limit(int perTechnician, int perCompany) {
        technicianHour = perTechnician;
        companyHour = perCompany;
    }

    public boolean isPinByMail() {
        return pinByMail;
    }

    public boolean isPinBySms() {
        return pinBySms;
    }

    public int technicianHour() {
        return technicianHour;
    }

    public int companyHour() {
        return companyHour;
    }
}
