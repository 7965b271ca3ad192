package org.beistand.applet.session;

import java.util.List;
import java.util.Optional;
import org.beistand.applet.consent.ConsentBook;
import org.beistand.applet.input.GuardedInput;
import org.beistand.engine.protocol.seal.FrameKeys;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.Role;

/**
 * Technicians come, agree with us on keys, lose their connections, leave, and are sent away by the customer. Used on the
 * loop.
 */
final class Comings implements Seals.Events {

    private final Presence presence;
    private final Cooperation together;
    private final Outbound outbound;
    private final ConsentBook consent;
    private final GuardedInput input;
    private final Sharing sharing;
    private final Talk talk;
    private final Absence absence;
    private final Recording recording;
    private final Stage stage;
    private final Runnable show;
    private final Seals seals;

    /** @param show shows the customer what has changed */
    Comings(
            Presence presence,
            Cooperation together,
            Outbound outbound,
            ConsentBook consent,
            GuardedInput input,
            Sharing sharing,
            Talk talk,
            Absence absence,
            Recording recording,
            Stage stage,
            String sessionId,
            Runnable show) {
        this.presence = presence;
        this.together = together;
        this.outbound = outbound;
        this.consent = consent;
        this.input = input;
        this.sharing = sharing;
        this.talk = talk;
        this.absence = absence;
        this.recording = recording;
        this.stage = stage;
        this.show = show;
        this.seals = new Seals(sessionId, this);
    }

    Seals seals() {
        return seals;
    }

    /** SESSION-FLOW 5, seen from here: a technician is there, or there again. */
    void joined(Participant participant) {
        if (participant.getRole() != Role.ROLE_TECHNICIAN) {
            return;
        }
        Technician technician = Technician.of(participant);
        if (!together.mayJoin(technician)) {
            seals.sendAway(technician.participant());
            return;
        }
        presence.joined(technician);
        together.joined(technician);
        stage.move(SessionView.Phase.TOGETHER);
        seals.begin(technician);
        sharing.viewing().expect(technician);
        show.run();
    }

    @Override
    public void keysMade(int participant, FrameKeys keys) {
        presence.technician(participant).ifPresent(technician -> recording.agreed(technician, keys));
    }

    @Override
    public void agreed(int participant) {
        presence.technician(participant).ifPresent(technician -> {
            together.agreed(participant);
            outbound.permissions(participant, consent.allowed(), consent.waiting());
            talk.catchUp(technician);
            sharing.agreed(technician);
        });
    }

    @Override
    public void proven() {
        show.run();
    }

    @Override
    public void refused(int participant) {
        release(participant);
        sharing.left(participant);
        show.run();
    }

    void left(ParticipantLeft gone) {
        int participant = gone.getParticipantId();
        Optional<Technician> technician = presence.technician(participant);
        release(participant);
        seals.end(participant);
        leave(participant, gone.getForGood());
        technician.map(Technician::subject).ifPresent(together::left);
        show.run();
    }

    /** The customer has sent them away: see {@link Cooperation#sendAway}. */
    void sentAway(String subject) {
        presence.technician(subject).ifPresent(technician -> {
            seals.sendAway(technician.participant());
            leave(technician.participant(), true);
            together.forget(technician);
        });
        show.run();
    }

    /** Our own connection broke, and everybody's with it. */
    void connectionLost() {
        input.releaseAfterwards();
        sharing.connectionLost();
        List<Technician> gone = presence.here();
        presence.connectionLost();
        gone.forEach(technician -> together.left(technician.subject()));
        absence.begins();
    }

    /** What they held goes up after what was received of them; an onlooker holds nothing. */
    private void release(int participant) {
        if (presence.technician(participant)
                .filter(technician -> together.steering().isWith(technician.subject()))
                .isPresent()) {
            input.releaseAfterwards();
        }
    }

    private void leave(int participant, boolean forGood) {
        sharing.left(participant);
        if (forGood) {
            presence.technician(participant).ifPresent(sharing.filing()::leftForGood);
        }
        presence.left(participant, forGood);
        if (presence.here().isEmpty()) {
            stage.move(SessionView.Phase.WAITING);
        }
        absence.lapseIfDeserted();
        if (!forGood) {
            absence.begins();
        }
    }
}
