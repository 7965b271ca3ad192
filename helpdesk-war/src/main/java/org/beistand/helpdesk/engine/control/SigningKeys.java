package org.beistand.helpdesk.engine.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.grant.Ed25519Keys;
import org.beistand.engine.protocol.grant.GrantSigner;
import org.beistand.helpdesk.engine.entity.SigningKey;

/** The installation's Ed25519 keys: made at the first use, kept in the database, ready to be rotated. */
@ApplicationScoped
public class SigningKeys {

    private static final String ALGORITHM = "Ed25519";

    /** Longer than anything that a retired key has signed is good for. */
    private static final Duration AFTERLIFE = Duration.ofDays(1);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** The pen of now. Must run in a transaction: the very first call makes the key. */
    public GrantSigner signer() {
        var key = current();
        return new GrantSigner(key.kid(), privateKey(key));
    }

    /** What relays and applets check signatures with, newest first. */
    public KeySet keySet() {
        current();
        var since = clock.instant().minus(AFTERLIFE);
        return new KeySet(all().stream()
                .filter(key -> key.retiredAt().filter(since::isAfter).isEmpty())
                .map(SigningKeys::toContract)
                .toList());
    }

    /** Retires all keys and makes a new one. */
    public void rotate() {
        var now = clock.instant();
        all().stream().filter(key -> key.retiredAt().isEmpty()).forEach(key -> key.retire(now));
        make();
    }

    private SigningKey current() {
        return all().stream()
                .filter(key -> key.retiredAt().isEmpty())
                .findFirst()
                .orElseGet(this::make);
    }

    private List<SigningKey> all() {
        return entities.createQuery("from SigningKey order by madeAt desc, kid", SigningKey.class)
                .getResultList();
    }

    private SigningKey make() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var name = new byte[8];
            random.nextBytes(name);
            var key = new SigningKey(
                    HexFormat.of().formatHex(name),
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    clock.instant());
            entities.persist(key);
            entities.flush();
            return key;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static java.security.PrivateKey privateKey(SigningKey key) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key.privateKey())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Signing key " + key.kid() + " cannot be read", broken);
        }
    }

    private static KeySet.Key toContract(SigningKey key) {
        try {
            var publicKey = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
            return Ed25519Keys.toContract(key.kid(), publicKey);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Signing key " + key.kid() + " cannot be read", broken);
        }
    }
}
