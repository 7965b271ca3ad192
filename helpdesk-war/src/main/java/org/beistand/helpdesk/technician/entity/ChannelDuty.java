package org.beistand.helpdesk.technician.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** That a technician serves a channel. */
@Entity
@Table(name = "technician_channel")
public class ChannelDuty {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "technician_id", nullable = false)
    private UUID technicianId;

    @Column(name = "channel_id", nullable = false)
    private UUID channelId;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ChannelDuty() {}

    public ChannelDuty(UUID technicianId, UUID channelId) {
        this.id = UUID.randomUUID();
        this.technicianId = technicianId;
        this.channelId = channelId;
    }

    public UUID technicianId() {
        return technicianId;
    }

    public UUID channelId() {
        return channelId;
    }
}
