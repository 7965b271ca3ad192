package org.beistand.engine.viewer.doubles;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.security.SecureRandom;
import java.util.Locale;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.seal.AppletAgreement;
import org.beistand.engine.protocol.seal.Pairings;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.protocol.seal.Sealed;
import org.beistand.engine.protocol.seal.TechnicianAgreement;
import org.beistand.engine.wire.keys.KeyShare;

/**
 * A relay that puts its own keys between the ends: to the real applet's agreement it is the technician, to the real viewer
 * it is the applet. All it can do is done; only the words can tell.
 */
public final class SwappingRelay {

    private final SecureRandom random = new SecureRandom();
    private final AppletAgreement customer = applet(SealKeyPair.generate());
    private final TechnicianAgreement towardsCustomer =
            new TechnicianAgreement(SealKeyPair.generate(), new Pairings(), Grants.SESSION, Grants.SUBJECT, random);
    private final AppletAgreement towardsViewer = applet(SealKeyPair.generate());

    private AppletAgreement applet(SealKeyPair keys) {
        return new AppletAgreement(keys, new Pairings(), Grants.SESSION, Grants.SUBJECT, random);
    }

    /** What both ends believe to have in common with each other, and the relay has with each. */
    public record Between(Sealed customersEnd, Sealed withCustomer, Sealed withViewer) {

        /** The words on the customer's screen. */
        public String customersWords() {
            return String.join(" ", customersEnd.words().in(Locale.GERMAN));
        }
    }

    /** The first message to the viewer. */
    MessageLite commit() {
        return towardsViewer.commit();
    }

    /** The agreement with the customer, from begin to end. */
    private Sealed[] agreeWithCustomer() {
        AppletAgreement.Granted granted = customer.grant(towardsCustomer.share(customer.commit()));
        TechnicianAgreement.Done done = towardsCustomer.done(granted.grant());
        customer.done(done.done());
        return new Sealed[] {granted.sealed(), done.sealed()};
    }

    /** Takes the viewer's share; gives what to answer with, and what the relay has then. */
    Answered answer(Frame share) {
        try {
            AppletAgreement.Granted granted =
                    towardsViewer.grant(KeyShare.parseFrom(share.payload().duplicate()));
            Sealed[] customers = agreeWithCustomer();
            return new Answered(granted.grant(), new Between(customers[0], customers[1], granted.sealed()));
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    record Answered(MessageLite grant, Between between) {}
}
