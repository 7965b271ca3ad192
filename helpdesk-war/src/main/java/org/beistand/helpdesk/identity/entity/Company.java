package org.beistand.helpdesk.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: a service desk with its own people, customers, channels, brand, PIN space and rules.
 *
 * <p>A master administrator founds it, its administrators run it. It is found by its {@linkplain #slug() short name} in
 * addresses such as {@code /c/acme/}, or by its host name. A closed company keeps its data but lets nobody in.
 */
@Entity
@Table(name = "company")
public class Company {

    /** Short enough to be guessed only by luck and long enough to be read on the phone. */
    public static final int SHORTEST_PIN = 6;

    public static final int LONGEST_PIN = 9;
    private static final int DEFAULT_PIN_MINUTES = 15;

    @Id
    private UUID id;

    @Column(nullable = false, unique = true, length = 63)
    private String slug;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(name = "host_name", length = 253)
    private @Nullable String hostName;

    @Column(nullable = false, length = 63)
    private String brand;

    @Column(nullable = false, length = 5)
    private String language;

    @Column(name = "pin_length", nullable = false)
    private int pinLength;

    @Column(name = "pin_minutes", nullable = false)
    private int pinMinutes;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Company() {}

    /** Founds a company with the base brand and the default PIN rules. */
    public Company(CompanySlug slug, String name, Locale language, Instant now) {
        this.id = UUID.randomUUID();
        this.slug = slug.text();
        this.name = name;
        this.brand = "base";
        this.language = language.getLanguage();
        this.pinLength = SHORTEST_PIN;
        this.pinMinutes = DEFAULT_PIN_MINUTES;
        this.active = true;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    /** Short name in addresses. */
    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public Optional<String> hostName() {
        return Optional.ofNullable(hostName);
    }

    /** Name of the brand its pages wear. */
    public String brand() {
        return brand;
    }

    /** The language of what is written for nobody in particular. */
    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** Digits of a session PIN, 6 to 9. */
    public int pinLength() {
        return pinLength;
    }

    /** Minutes that a session PIN lives. */
    public int pinMinutes() {
        return pinMinutes;
    }

    public boolean isActive() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public void rename(String newName) {
        name = newName;
    }

    public void speak(Locale newLanguage) {
        language = newLanguage.getLanguage();
    }

    public void answerAt(Optional<String> newHostName) {
        hostName = newHostName.map(host -> host.toLowerCase(Locale.ROOT)).orElse(null);
    }

    public void wear(String newBrand) {
        brand = newBrand;
    }

    /** @throws PinRuleException when length or life is outside what keeps PINs safe and useful */
    public void issuePins(int length, int minutes) {
        PinRuleException.check(length, minutes);
        pinLength = length;
        pinMinutes = minutes;
    }
}
