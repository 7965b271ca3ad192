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
 * The technician's half of an agreement, as {@code core/seal/agreement.js} does it in the browser. Whatever comes out of
 * turn is refused, and nothing is taken any more after a refusal. One thread at a time.
 */
public final class TechnicianAgreement {

    private enum Step {
        WAITING,
        SHARED,
        DONE,
        REFUSED
    }

    /** @param done to be sent before anything is sealed */
    public record Done(KeyDone done, Sealed sealed) {}

    private static final String PROOF = "beistand seal 1 done";
    private static final int CONFIRMATION_BYTES = Transcript.BYTES + Hpke.TAG_BYTES;

    private final SealKeyPair own;
    private final Pairings pairings;
    private final String sessionId;
    private final String subject;
    private final byte[] nonce;
    private Step step = Step.WAITING;
    private byte[] commitment = {};

    /**
     * @param own the technician's key pair
     * @param pairings those made with it
     * @param sessionId as in the grants
     * @param subject the technician's, as in the grant
     */
    public TechnicianAgreement(
            SealKeyPair own, Pairings pairings, String sessionId, String subject, SecureRandom random) {
        this(own, pairings, sessionId, subject, nonce(random));
    }

    TechnicianAgreement(SealKeyPair own, Pairings pairings, String sessionId, String subject, byte[] nonce) {
        this.own = own;
        this.pairings = pairings;
        this.sessionId = sessionId;
        this.subject = subject;
        this.nonce = nonce.clone();
    }

    /** Takes the first message, gives the second. @throws KeysRefused */
    public KeyShare share(KeyCommit commit) {
        proceed(Step.WAITING, Step.SHARED);
        try {
            commitment = exactly(Transcript.BYTES, commit.getCommitment());
        } catch (KeysRefused refused) {
            step = Step.REFUSED;
            throw refused;
        }
        return KeyShare.newBuilder()
                .setPublicKey(ByteString.copyFrom(own.publicKey()))
                .setNonce(ByteString.copyFrom(nonce))
                .setCommitment(ByteString.copyFrom(commitment))
                .build();
    }

    /** Takes the third message, gives the fourth. @throws KeysRefused */
    public Done done(KeyGrant grant) {
        proceed(Step.SHARED, Step.DONE);
        try {
            byte[] peer = exactly(X25519.BYTES, grant.getPublicKey());
            byte[] peerNonce = exactly(Transcript.BYTES, grant.getNonce());
            if (!MessageDigest.isEqual(commitment, Transcript.commitment(sessionId, peer, peerNonce))) {
                throw new KeysRefused("not what was committed to");
            }
            byte[] pairing = Transcript.pairing(sessionId, peer, own.publicKey(), peerNonce, nonce);
            Hpke context = Hpke.receiver(
                    Hpke.Aead.AES_256_GCM,
                    exactly(X25519.BYTES, grant.getEncapsulation()),
                    own,
                    Transcript.info(subject, pairing),
                    Optional.of(peer));
            byte[] words = context.open(new byte[0], exactly(CONFIRMATION_BYTES, grant.getConfirmation()));
            keep(peer, pairing, words);
            KeyDone done = KeyDone.newBuilder()
                    .setProof(ByteString.copyFrom(context.export(PROOF, Transcript.BYTES)))
                    .setCommitment(ByteString.copyFrom(commitment))
                    .build();
            return new Done(done, Sealed.of(Direction.TECHNICIAN, Direction.APPLET, context, words));
        } catch (KeysRefused refused) {
            step = Step.REFUSED;
            throw refused;
        }
    }

    /** The applet says whose words to show: these, or those that this end knows for the same key. */
    private void keep(byte[] peer, byte[] pairing, byte[] words) {
        if (MessageDigest.isEqual(words, pairing)) {
            pairings.countNewWords();
            pairings.keep(peer, pairing);
        } else if (pairings.of(peer)
                .filter(known -> MessageDigest.isEqual(words, known))
                .isEmpty()) {
            throw new KeysRefused("words of an agreement that never was");
        }
    }

    private void proceed(Step from, Step to) {
        if (step != from) {
            Step was = step;
            step = Step.REFUSED;
            throw new KeysRefused("a message for " + to + " while " + was);
        }
        step = to;
    }

    static byte[] exactly(int length, ByteString part) {
        if (part.size() != length) {
            throw new KeysRefused("a part of " + part.size() + " bytes where " + length + " belong");
        }
        return part.toByteArray();
    }

    static byte[] nonce(SecureRandom random) {
        byte[] nonce = new byte[Transcript.BYTES];
        random.nextBytes(nonce);
        return nonce;
    }
}
