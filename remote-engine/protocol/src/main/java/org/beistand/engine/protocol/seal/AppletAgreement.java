package org.beistand.engine.protocol.seal;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.beistand.engine.wire.keys.KeyCommit;
import org.beistand.engine.wire.keys.KeyDone;
import org.beistand.engine.wire.keys.KeyGrant;
import org.beistand.engine.wire.keys.KeyShare;

/**
 * The applet's half of an agreement with one technician's connection: it commits to a key, learns the technician's, opens
 * the commitment together with the traffic keys, and hears that they have arrived. Whatever comes out of turn is refused,
 * and nothing is taken any more after a refusal; what answers another commitment ({@link #isAnsweredBy}) is to be ignored,
 * because it was said to the applet's last connection. One thread at a time.
 */
public final class AppletAgreement {

    private enum Step {
        COMMITTED,
        GRANTED,
        DONE,
        REFUSED
    }

    /**
     * @param grant to be sent before anything is sealed
     * @param keys for whom the connection is recorded, if it is
     */
    public record Granted(KeyGrant grant, Sealed sealed, FrameKeys keys) {}

    private static final String PROOF = "beistand seal 1 done";

    private final SealKeyPair own;
    private final Pairings pairings;
    private final String sessionId;
    private final String subject;
    private final byte[] nonce;
    private final ByteString commitment;
    private Step step = Step.COMMITTED;
    private byte[] peer = {};
    private byte[] proof = {};
    private byte[] wordsPairing = {};

    /**
     * @param own the applet's key pair
     * @param pairings those made with it
     * @param sessionId as in the grants
     * @param subject of the technician, as in the technician's grant
     */
    public AppletAgreement(SealKeyPair own, Pairings pairings, String sessionId, String subject, SecureRandom random) {
        this(own, pairings, sessionId, subject, TechnicianAgreement.nonce(random));
    }

    AppletAgreement(SealKeyPair own, Pairings pairings, String sessionId, String subject, byte[] nonce) {
        this.own = own;
        this.pairings = pairings;
        this.sessionId = sessionId;
        this.subject = subject;
        this.nonce = nonce.clone();
        this.commitment = ByteString.copyFrom(Transcript.commitment(sessionId, own.publicKey(), nonce));
    }

    /** The first message. */
    public KeyCommit commit() {
        return KeyCommit.newBuilder().setCommitment(commitment).build();
    }

    /** Whether a message that names this commitment belongs here. */
    public boolean isAnsweredBy(ByteString named) {
        return commitment.equals(named);
    }

    /** Takes the second message, gives the third. @throws KeysRefused */
    public Granted grant(KeyShare share) {
        return grant(share, SealKeyPair.generate());
    }

    Granted grant(KeyShare share, SealKeyPair ephemeral) {
        proceed(Step.COMMITTED, Step.GRANTED);
        try {
            peer = TechnicianAgreement.exactly(X25519.BYTES, share.getPublicKey());
            byte[] peerNonce = TechnicianAgreement.exactly(Transcript.BYTES, share.getNonce());
            byte[] pairing = Transcript.pairing(sessionId, own.publicKey(), peer, nonce, peerNonce);
            Optional<byte[]> known = pairings.of(peer);
            if (known.isEmpty()) {
                pairings.countNewWords();
            }
            wordsPairing = known.orElse(pairing);
            Hpke.Sent sent = Hpke.sender(
                    Hpke.Aead.AES_256_GCM, ephemeral, peer, Transcript.info(subject, pairing), Optional.of(own));
            proof = sent.context().export(PROOF, Transcript.BYTES);
            KeyGrant grant = KeyGrant.newBuilder()
                    .setPublicKey(ByteString.copyFrom(own.publicKey()))
                    .setNonce(ByteString.copyFrom(nonce))
                    .setEncapsulation(ByteString.copyFrom(sent.encapsulation()))
                    .setConfirmation(ByteString.copyFrom(sent.context().seal(new byte[0], wordsPairing)))
                    .build();
            Sealed sealed = Sealed.of(Direction.APPLET, Direction.TECHNICIAN, sent.context(), wordsPairing);
            return new Granted(grant, sealed, FrameKeys.of(sent.context()));
        } catch (KeysRefused refused) {
            step = Step.REFUSED;
            throw refused;
        }
    }

    /** Takes the fourth message: the technician has the keys, and shows the words. @throws KeysRefused */
    public void done(KeyDone done) {
        proceed(Step.GRANTED, Step.DONE);
        if (!MessageDigest.isEqual(proof, done.getProof().toByteArray())) {
            step = Step.REFUSED;
            throw new KeysRefused("a wrong proof");
        }
        pairings.keep(peer, wordsPairing);
    }

    /** Whether the technician has proven to have the keys: only then frames from there are taken. */
    public boolean isDone() {
        return step == Step.DONE;
    }

    private void proceed(Step from, Step to) {
        if (step != from) {
            Step was = step;
            step = Step.REFUSED;
            throw new KeysRefused("a message for " + to + " while " + was);
        }
        step = to;
    }
}
