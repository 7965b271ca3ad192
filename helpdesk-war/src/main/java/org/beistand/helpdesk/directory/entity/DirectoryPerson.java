package org.beistand.helpdesk.directory.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The link between somebody over there and an account here. Made by an import, or by an administrator who said that two
 * are the same; never undone, because whoever comes back must find their own account again.
 */
@Entity
@Table(name = "directory_person")
public class DirectoryPerson {

    /** Where a person is, seen from here. All but the first mean that the account is closed. */
    public enum Presence {
        HERE,
        DISABLED,
        EXPIRED,
        /** In the directory, and in no group that means something here. */
        LEFT_GROUPS,
        /** Not in the directory any more, or not visible. */
        GONE
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "object_guid", nullable = false)
    private UUID objectGuid;

    @Column(name = "account_id", nullable = false)
    private UUID accountId;

    @Column(nullable = false, length = 2000)
    private String dn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private Presence presence;

    @Column(nullable = false, length = 1000)
    private String mark;

    @Column(name = "photo_mark", nullable = false, length = 1000)
    private String photoMark;

    @Column
    private byte @Nullable [] photo;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DirectoryPerson() {}

    public DirectoryPerson(UUID objectGuid, UUID accountId, String dn) {
        this.id = UUID.randomUUID();
        this.objectGuid = objectGuid;
        this.accountId = accountId;
        this.dn = dn;
        this.presence = Presence.HERE;
        this.mark = "";
        this.photoMark = "";
    }

    /** Seen in an import. @param newMark differs after every change over there */
    public void seen(String newDn, String newMark) {
        dn = newDn;
        mark = newMark;
        presence = Presence.HERE;
    }

    public void leave(Presence why) {
        presence = why;
    }

    /** The picture as it was when the mark was what it is. */
    public void picture(Optional<byte[]> newPhoto) {
        byte[] bytes = newPhoto.orElse(null);
        if (!java.util.Arrays.equals(bytes, photo)) {
            photo = bytes;
        }
        photoMark = mark;
    }

    public UUID objectGuid() {
        return objectGuid;
    }

    public UUID accountId() {
        return accountId;
    }

    public String dn() {
        return dn;
    }

    public Presence presence() {
        return presence;
    }

    /** Whether the entry over there changed since the import that saw it last. */
    public boolean mayBeDifferent(String newMark) {
        return !mark.equals(newMark);
    }

    /** Whether the entry over there changed since the picture was fetched. */
    public boolean mayHaveNewPhoto() {
        return !mark.equals(photoMark);
    }

    public Optional<byte[]> photo() {
        return Optional.ofNullable(photo).map(byte[]::clone);
    }
}
