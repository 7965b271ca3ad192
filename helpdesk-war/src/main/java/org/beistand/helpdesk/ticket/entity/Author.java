package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something to a ticket, with the name they bore at that time: a history must not change when somebody marries
 * or leaves.
 */
@Embeddable
public class Author {

    /** Which kind of person or program acted. */
    public enum Kind {
        TECHNICIAN,
        CUSTOMER,
        /** Beistand itself, for instance when a session ends. */
        SYSTEM
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind", nullable = false, length = 16)
    private Kind kind;

    @Column(name = "author_id")
    private @Nullable UUID id;

    @Column(name = "author_name", nullable = false, length = 200)
    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Author() {}

    private Author(Kind kind, @Nullable UUID id, String name) {
        this.kind = kind;
        this.id = id;
        this.name = name;
    }

    public static Author technician(UUID id, String name) {
        return new Author(Kind.TECHNICIAN, id, name);
    }

    public static Author customer(UUID id, String name) {
        return new Author(Kind.CUSTOMER, id, name);
    }

    public static Author system() {
        return new Author(Kind.SYSTEM, null, "Beistand");
    }

    /** Somebody who works with another system that brought it here, by the name they have there. */
    public static Author outside(String name) {
        return new Author(Kind.SYSTEM, null, name.substring(0, Math.min(name.length(), 200)));
    }

    public Kind kind() {
        return kind;
    }

    /** The technician's or customer's id; empty for {@link Kind#SYSTEM}. */
    public Optional<UUID> id() {
        return Optional.ofNullable(id);
    }

    public String name() {
        return name;
    }
}
