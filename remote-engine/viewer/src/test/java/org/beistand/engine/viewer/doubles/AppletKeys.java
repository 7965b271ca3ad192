package org.beistand.engine.viewer.doubles;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.seal.AppletAgreement;
import org.beistand.engine.protocol.seal.Pairings;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.protocol.seal.Sealed;
import org.beistand.engine.wire.keys.KeyDone;
import org.beistand.engine.wire.keys.KeyShare;

/** The applet's half of an agreement with one viewer's connection. */
final class AppletKeys {

    /** One process: its key pair outlives connections. */
    record Process(SealKeyPair keys, Pairings pairings) {
        Process() {
            this(SealKeyPair.generate(), new Pairings());
        }
    }

    private final AppletAgreement agreement;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile Optional<Sealed> sealed = Optional.empty();

    AppletKeys(Process process) {
        agreement = new AppletAgreement(
                process.keys(), process.pairings(), Grants.SESSION, Grants.SUBJECT, new SecureRandom());
    }

    MessageLite commit() {
        return agreement.commit();
    }

    MessageLite grant(Frame share) {
        try {
            AppletAgreement.Granted granted =
                    agreement.grant(KeyShare.parseFrom(share.payload().duplicate()));
            sealed = Optional.of(granted.sealed());
            return granted.grant();
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    void done(Frame frame) {
        try {
            agreement.done(KeyDone.parseFrom(frame.payload().duplicate()));
            done.complete(null);
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    void awaitDone() {
        done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    Sealed sealed() {
        return sealed.orElseThrow();
    }
}
