package org.beistand.applet.counterpart;

import com.google.protobuf.MessageLite;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.seal.Pairings;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.protocol.seal.Sealed;
import org.beistand.engine.protocol.seal.TechnicianAgreement;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.Role;
import org.beistand.engine.wire.keys.KeyCommit;
import org.beistand.engine.wire.keys.KeyGrant;

/** A technician's page, as far as keys go: one key pair for its life, an agreement for each connection of the applet. */
final class Page {

    private final SealKeyPair keys = SealKeyPair.generate();
    private final Pairings pairings = new Pairings();
    private final String sessionId;
    private final String subject;
    private Optional<TechnicianAgreement> agreement = Optional.empty();
    private Optional<Sealed> sealed = Optional.empty();

    Page(String sessionId, String subject) {
        this.sessionId = sessionId;
        this.subject = subject;
    }

    /** As the relay introduces the technician. */
    Participant participant(String name) {
        return Participant.newBuilder()
                .setId(SmallRelay.TECHNICIAN)
                .setRole(Role.ROLE_TECHNICIAN)
                .setSubject(subject)
                .setDisplayName(name)
                .addPermissions("view")
                .addPermissions("control")
                .addPermissions("clipboard_in")
                .addPermissions("clipboard_out")
                .addPermissions("file_read")
                .addPermissions("file_write")
                .addPermissions("record")
                .addFeatures("screen.qoi-deflate")
                .addFeatures("screen.copy")
                .addFeatures("screen.zstd-stream")
                .addFeatures("screen.jpeg")
                .addFeatures("screen.vp8")
                .addFeatures("screen.quiet")
                .addFeatures("cursor.1")
                .addFeatures("clipboard.1")
                .addFeatures("files.1")
                .addFeatures(Sealed.FEATURE)
                .build();
    }

    /** The answer to a commitment. */
    synchronized MessageLite share(Frame frame) {
        TechnicianAgreement fresh = new TechnicianAgreement(keys, pairings, sessionId, subject, new SecureRandom());
        agreement = Optional.of(fresh);
        sealed = Optional.empty();
        return fresh.share(Message.of(frame, KeyCommit.parser()));
    }

    /** The answer to a grant; from now on frames are sealed and opened. */
    synchronized MessageLite done(Frame frame) {
        TechnicianAgreement.Done done = agreement.orElseThrow().done(Message.of(frame, KeyGrant.parser()));
        sealed = Optional.of(done.sealed());
        return done.done();
    }

    synchronized Frame open(Frame frame) {
        return sealed.orElseThrow().opener().open(frame);
    }

    /** The frame's bytes; nothing while there are no keys. */
    synchronized Optional<ByteBuffer> seal(FrameHeader header, MessageLite message) {
        return sealed.map(keysOfNow -> keysOfNow.sealer().seal(header, ByteBuffer.wrap(message.toByteArray())));
    }

    synchronized Optional<Sealed> sealed() {
        return sealed;
    }
}
