package org.beistand.helpdesk.recording.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Whose a tape is. Installation-wide, because a relay that goes on with a tape names nothing but the tape. */
@Entity
@Table(name = "recording_place")
public class TapePlace {

    @Id
    @Column(name = "tape_id")
    private UUID tapeId;

    @Column(name = "of_company", nullable = false, updatable = false)
    private UUID ofCompany;

    @SuppressWarnings("NullAway.Init")
    protected TapePlace() {}

    public TapePlace(UUID tapeId, UUID ofCompany) {
        this.tapeId = tapeId;
        this.ofCompany = ofCompany;
    }

    public UUID tapeId() {
        return tapeId;
    }

    public UUID ofCompany() {
        return ofCompany;
    }
}
