package org.beistand.applet.session;

import java.util.Base64;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.ConsentBook;
import org.beistand.engine.protocol.contract.RecordingTerms;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.seal.FrameKeys;
import org.beistand.engine.protocol.seal.KeysRefused;

/**
 * Whether this session is recorded: whole connections, with the customer's consent, under the company's key
 * (docs/protocol.md, "Recording"). A recorded connection's keys are handed over before anything is sealed with them; when
 * consent comes or goes, the connection is made anew. Used on the loop but for what says so.
 */
final class Recording {

    private static final Logger LOG = Logger.getLogger(Recording.class.getName());

    private final String sessionId;
    private final ConsentBook consent;
    private final Outbound outbound;
    private Optional<RecordingTerms> terms = Optional.empty();
    private boolean agreed;
    private boolean always;
    private boolean recorded;

    /** @param sessionId as in the grants */
    Recording(String sessionId, ConsentBook consent, Outbound outbound) {
        this.sessionId = sessionId;
        this.consent = consent;
        this.outbound = outbound;
    }

    /** What the helpdesk says for each connection. The first word stands: rules do not change under a session. */
    void under(Optional<RecordingTerms> told) {
        if (!agreed) {
            terms = told;
            agreed = true;
        }
    }

    /** A connection begins. @param relayRecords whether the relay can */
    void begins(boolean relayRecords) {
        always = terms.filter(told -> told.mode() == RecordingTerms.Mode.ALWAYS).isPresent();
        consent.recordings(relayRecords && terms.isPresent(), always);
        recorded = consent.allows(Permission.RECORD);
        outbound.letPicturesPass(recorded || !always); // a click may be quicker than the new connection
    }

    /** It is not allowed any more, on whatever thread: not one more picture goes where it would be recorded. */
    void stopped() {
        outbound.letPicturesPass(false);
    }

    /** @return whether the customer has decided otherwise than the connection was made for */
    boolean isOutOfDate() {
        boolean outOfDate = consent.allows(Permission.RECORD) != recorded;
        outbound.letPicturesPass(!outOfDate && (recorded || !always));
        return outOfDate;
    }

    /** Keys with a technician, with which nothing has been sealed yet. */
    void agreed(Technician technician, FrameKeys keys) {
        if (!recorded || terms.isEmpty() || !consent.allows(Permission.RECORD)) {
            return;
        }
        try {
            byte[] company = Base64.getUrlDecoder().decode(terms.get().publicKey());
            outbound.recordingKeys(
                    technician.participant(), terms.get().keyId(), keys.seal(company, sessionId, technician.subject()));
        } catch (IllegalArgumentException | KeysRefused noKey) {
            LOG.log(Level.WARNING, "the company has no usable recording key: {0}", noKey.toString());
            failed();
        }
    }

    /** There is no recording, or not any more: nobody is to believe there is, and where all is recorded nothing is seen. */
    void failed() {
        LOG.warning("the session is not recorded any more");
        consent.lapse(Permission.RECORD);
    }
}
