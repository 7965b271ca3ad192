package org.beistand.helpdesk.recording.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A key pair that recordings are sealed for, made in an administrator's browser. The secret half is here only encrypted under
 * a passphrase that the helpdesk never hears, so it cannot open a recording, and cannot help who lost the passphrase. Never
 * changed and never deleted: recordings may need it.
 */
@Entity
@Table(name = "recording_key")
public class RecordingKey {

    /** X25519. */
    public static final int PUBLIC_KEY_BYTES = 32;

    public static final int SALT_BYTES = 16;

    public static final int NONCE_BYTES = 12;

    /** What guessing a passphrase has to cost, by the advice of OWASP for PBKDF2 with SHA-256. */
    public static final int FEWEST_ITERATIONS = 600_000;

    /** Some seconds of a slow computer. */
    public static final int MOST_ITERATIONS = 10_000_000;

    /** A tag and at least one byte. */
    private static final int FEWEST_SECRET_BYTES = 17;

    /** Room for what a browser's PKCS #8 may hold beside the key. */
    private static final int MOST_SECRET_BYTES = 512;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    @Embedded
    private Material material;

    /**
     * The pair, as docs/protocol.md has it; bytes in base64url.
     *
     * @param iterations of PBKDF2, from the passphrase to the key of the secret half
     * @param sealedSecret PKCS #8 with its tag
     */
    @Embeddable
    public record Material(
            @Column(name = "public_key", nullable = false, updatable = false, length = 43)
            String publicKey,

            @Column(nullable = false, updatable = false) int iterations,

            @Column(nullable = false, updatable = false, length = 22)
            String salt,

            @Column(nullable = false, updatable = false, length = 16)
            String nonce,

            @Column(name = "sealed_secret", nullable = false, updatable = false, length = 683)
            String sealedSecret) {

        /** @throws UnusableKeyException when it could not be opened again, or too easily */
        public static Material of(String publicKey, int iterations, String salt, String nonce, String sealedSecret) {
            if (iterations < FEWEST_ITERATIONS || iterations > MOST_ITERATIONS) {
                throw new UnusableKeyException("iterations");
            }
            return new Material(
                    part("publicKey", publicKey, PUBLIC_KEY_BYTES, PUBLIC_KEY_BYTES),
                    iterations,
                    part("salt", salt, SALT_BYTES, SALT_BYTES),
                    part("nonce", nonce, NONCE_BYTES, NONCE_BYTES),
                    part("sealedSecret", sealedSecret, FEWEST_SECRET_BYTES, MOST_SECRET_BYTES));
        }

        private static String part(String name, String text, int fewest, int most) {
            return Base64Url.bytes(text, fewest, most).orElseThrow(() -> new UnusableKeyException(name));
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected RecordingKey() {}

    public RecordingKey(Material material, String createdBy, Instant at) {
        this.id = UUID.randomUUID();
        this.material = material;
        this.createdBy = createdBy;
        this.createdAt = at;
    }

    public UUID id() {
        return id;
    }

    public Material material() {
        return material;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
