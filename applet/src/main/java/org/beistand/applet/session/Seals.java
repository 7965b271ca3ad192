package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.seal.AppletAgreement;
import org.beistand.engine.protocol.seal.FrameKeys;
import org.beistand.engine.protocol.seal.KeysRefused;
import org.beistand.engine.protocol.seal.Pairings;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.protocol.seal.Sealed;
import org.beistand.engine.protocol.seal.SecurityWords;
import org.beistand.engine.wire.keys.KeyDone;
import org.beistand.engine.wire.keys.KeyShare;
import org.jspecify.annotations.Nullable;

/**
 * Keys with each technician's connection (docs/protocol.md, "Sealing"): agreed on when the technician comes, forgotten
 * when the technician or our own connection goes. A technician whose frames were changed on the way, or who breaks a rule
 * of the agreement, is not heard any more on this connection and told nothing. Used on the session's loop.
 */
final class Seals {

    private static final Logger LOG = Logger.getLogger(Seals.class.getName());

    private static final org.beistand.engine.wire.keys.KeysRefused REFUSAL = refusal(Status.PROTOCOL_ERROR);
    private static final org.beistand.engine.wire.keys.KeysRefused SENT_AWAY = refusal(Status.REMOVED_BY_CUSTOMER);

    /** What the session hears, on its loop. */
    interface Events {

        /** There are keys with this technician, and nothing is sealed with them yet. */
        void keysMade(int participant, FrameKeys keys);

        /** Everything can be said to this technician from now on. */
        void agreed(int participant);

        /** The technician has the same keys, and shows the same words unless somebody is in between. */
        void proven();

        /** Nothing is said to this participant any more. */
        void refused(int participant);
    }

    /** One technician's connection. */
    private static final class Line {
        private final AppletAgreement agreement;
        private @Nullable Sealed sealed;

        Line(AppletAgreement agreement) {
            this.agreement = agreement;
        }
    }

    private final String sessionId;
    private final Events events;
    private final SecureRandom random = new SecureRandom();
    private final Pairings pairings = new Pairings();
    private final FutureTask<SealKeyPair> own = new FutureTask<>(SealKeyPair::generate);
    private final Map<Integer, Line> lines = new HashMap<>();
    private @Nullable RelayConnection connection;

    /** @param sessionId as in the grants */
    Seals(String sessionId, Events events) {
        this.sessionId = sessionId;
        this.events = events;
        Thread.ofVirtual().name("keys").start(own); // while the connection is being made
    }

    /** Another connection: nobody has keys on it yet. @param current null while there is none */
    void use(@Nullable RelayConnection current) {
        connection = current;
        lines.clear();
    }

    /** A technician is here: the agreement begins. */
    void begin(Technician technician) {
        RelayConnection current = connection;
        if (current == null) {
            return;
        }
        AppletAgreement agreement = new AppletAgreement(ownKeys(), pairings, sessionId, technician.subject(), random);
        current.unseal(technician.participant());
        lines.put(technician.participant(), new Line(agreement));
        current.sendTo(technician.participant(), MessageType.KEY_COMMIT, agreement.commit());
    }

    private SealKeyPair ownKeys() {
        try {
            return own.get();
        } catch (ExecutionException | InterruptedException impossible) {
            throw new IllegalStateException("no key pair", impossible);
        }
    }

    /** A technician has gone, and with the connection its keys. */
    void end(int participant) {
        lines.remove(participant);
        RelayConnection current = connection;
        if (current != null) {
            current.unseal(participant);
        }
    }

    /** The customer does not want this participant here: no keys, or none any more. */
    void sendAway(int participant) {
        end(participant);
        RelayConnection current = connection;
        if (current != null) {
            current.sendTo(participant, MessageType.KEYS_REFUSED, SENT_AWAY);
        }
    }

    /** A message on channel KEYS. */
    void take(Frame frame) {
        int participant = frame.header().participant();
        Line line = lines.get(participant);
        if (line == null) {
            return;
        }
        try {
            switch (frame.header().type()) {
                case KEY_SHARE -> shared(participant, line, KeyShare.parseFrom(frame.payload()));
                case KEY_DONE -> done(line, KeyDone.parseFrom(frame.payload()));
                default ->
                    refuse(
                            participant,
                            "a technician does not say " + frame.header().type());
            }
        } catch (InvalidProtocolBufferException malformed) {
            refuse(participant, "a malformed keys message");
        } catch (KeysRefused refused) {
            refuse(participant, refused.detail());
        }
    }

    private void shared(int participant, Line line, KeyShare share) {
        RelayConnection current = connection;
        if (current == null || !line.agreement.isAnsweredBy(share.getCommitment())) {
            return; // said to our last connection
        }
        AppletAgreement.Granted granted = line.agreement.grant(share);
        line.sealed = granted.sealed();
        events.keysMade(participant, granted.keys());
        current.sendTo(participant, MessageType.KEY_GRANT, granted.grant());
        current.seal(participant, granted.sealed().sealer());
        events.agreed(participant);
    }

    private void done(Line line, KeyDone done) {
        if (line.agreement.isAnsweredBy(done.getCommitment())) {
            line.agreement.done(done);
            events.proven();
        }
    }

    /** What a technician said, or nothing: when it is not to be believed, or was said to our last connection. */
    Optional<Frame> open(Frame frame) {
        int participant = frame.header().participant();
        Line line = lines.get(participant);
        Sealed sealed = line == null ? null : line.sealed;
        if (line == null || sealed == null || !line.agreement.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(sealed.opener().open(frame));
        } catch (FrameRefused refused) {
            refuse(participant, refused.detail());
            return Optional.empty();
        }
    }

    /** The words to compare with this technician; none before the technician has proven to have the keys. */
    Optional<SecurityWords> words(int participant) {
        return Optional.ofNullable(lines.get(participant))
                .filter(line -> line.agreement.isDone())
                .map(line -> line.sealed)
                .map(Sealed::words);
    }

    private static org.beistand.engine.wire.keys.KeysRefused refusal(Status status) {
        return org.beistand.engine.wire.keys.KeysRefused.newBuilder()
                .setStatus(status.code())
                .build();
    }

    private void refuse(int participant, String why) {
        LOG.log(Level.WARNING, "participant {0} is not heard any more: {1}", new Object[] {participant, why});
        lines.remove(participant);
        RelayConnection current = connection;
        if (current != null) {
            current.unseal(participant);
            current.sendTo(participant, MessageType.KEYS_REFUSED, REFUSAL);
        }
        events.refused(participant);
    }
}
