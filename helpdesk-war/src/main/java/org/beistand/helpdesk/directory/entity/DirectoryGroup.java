package org.beistand.helpdesk.directory.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.platform.security.Role;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What it means here to be in a group over there. Known by what never changes, so a renamed group stays the same one. */
@Entity
@Table(name = "directory_group")
public class DirectoryGroup {

    /** As many as fit into the column. */
    public static final int MOST_CHANNELS = 50;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "object_guid", nullable = false)
    private UUID objectGuid;

    @Column(nullable = false, length = 2000)
    private String dn;

    @Column(nullable = false, length = 300)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 40)
    private Role role;

    @Column(nullable = false, length = 200)
    private String team;

    @Column(nullable = false, length = 2000)
    private String channels;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DirectoryGroup() {}

    public DirectoryGroup(UUID objectGuid, String dn, String name) {
        this.id = UUID.randomUUID();
        this.objectGuid = objectGuid;
        this.dn = dn;
        this.name = name;
        this.role = Role.TECHNICIAN;
        this.team = "";
        this.channels = "";
    }

    /** @param newTeam empty to keep the department that the person has over there */
    public void mean(Role newRole, String newTeam, Collection<UUID> newChannels) {
        role = newRole;
        team = newTeam;
        channels = newChannels.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }

    /** How it is called over there now. */
    public void call(String newDn, String newName) {
        dn = newDn;
        name = newName;
    }

    public UUID id() {
        return id;
    }

    public UUID objectGuid() {
        return objectGuid;
    }

    public String dn() {
        return dn;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public String team() {
        return team;
    }

    public Set<UUID> channels() {
        return Arrays.stream(channels.split(" "))
                .filter(text -> !text.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
