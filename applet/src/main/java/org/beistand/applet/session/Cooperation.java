package org.beistand.applet.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.beistand.applet.consent.Decided;
import org.beistand.applet.input.GuardedInput;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.applet.steering.Helm;
import org.beistand.applet.steering.Steering;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.JournalEntry.Decision;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.consent.SteeringRequest;
import org.beistand.engine.wire.consent.SteeringState;
import org.beistand.engine.wire.consent.SteeringWish;

/**
 * Several technicians in one session: one steers at a time, everybody is told who, and the customer may send one away. Used
 * on the loop, save {@link #sendAway} and {@link #steering}.
 */
final class Cooperation implements Helm.Listener {

    /** Of a technician's questions for control, which are few. */
    private static final int MOST_QUESTIONS = 1_000;

    private final Presence presence;
    private final Outbound outbound;
    private final SessionJournal journal;
    private final Helm helm = new Helm(this);
    private final Map<String, String> askedForControl = new HashMap<>();
    private final Set<String> sentAway = ConcurrentHashMap.newKeySet();
    private Optional<GuardedInput> input = Optional.empty();
    private boolean isControlled;

    Cooperation(Presence presence, Outbound outbound, SessionJournal journal) {
        this.presence = presence;
        this.outbound = outbound;
        this.journal = journal;
    }

    /** Asked before every action; whoever was sent away has lost everything already. */
    Steering steering() {
        return technician -> helm.isWith(technician) && !sentAway.contains(technician);
    }

    /** What lets go when mouse and keyboard pass on. */
    void connect(GuardedInput hands) {
        input = Optional.of(hands);
    }

    /** Nobody talks to who was sent away. */
    boolean mayJoin(Technician technician) {
        return !sentAway.contains(technician.subject());
    }

    void joined(Technician technician) {
        helm.joined(technician.subject(), technician.may(Permission.CONTROL), technician.may(Permission.TRANSFER));
    }

    void left(String subject) {
        helm.left(subject);
    }

    /** Keys are agreed on: the first thing to know is who steers. */
    void agreed(int participant) {
        outbound.sendTo(participant, MessageType.STEERING_STATE, state());
    }

    /** A technician asks the customer for control, with this request. */
    void asksForControl(Technician technician, String requestId) {
        if (askedForControl.size() < MOST_QUESTIONS) {
            askedForControl.putIfAbsent(requestId, technician.subject());
        }
    }

    /** Who asked for control steers when the customer says yes; who asks while it is allowed anyway does not. */
    void decided(Decided decided) {
        if (decided.permission() == Permission.CONTROL && decided.decision() == Decision.GRANTED && !isControlled) {
            isControlled = true;
            Optional.ofNullable(askedForControl.get(decided.requestId())).ifPresent(helm::granted);
        }
    }

    /** @param controlled whether the customer allows control from now on */
    void consentChanged(boolean controlled) {
        isControlled = controlled;
    }

    void wants(Technician from, SteeringRequest request) {
        BiConsumer<String, String> toward = switch (request.getStep()) {
            case STEERING_STEP_PASS -> helm::pass;
            case STEERING_STEP_REFUSE -> helm::refuse;
            case STEERING_STEP_LEAD -> helm::lead;
            case STEERING_STEP_ASK -> (self, nobody) -> helm.ask(self);
            case STEERING_STEP_LET_GO -> (self, nobody) -> helm.letGo(self);
            case STEERING_STEP_TAKE -> (self, nobody) -> helm.take(self);
            case STEERING_STEP_UNSPECIFIED, UNRECOGNIZED -> (self, nobody) -> {};
        };
        String other = presence.technician(request.getParticipant())
                .map(Technician::subject)
                .orElse("");
        toward.accept(from.subject(), other);
    }

    /** The customer's word. Nothing they do counts from here on; the rest of it happens on the loop. */
    void sendAway(String subject) {
        sentAway.add(subject);
        input.ifPresent(GuardedInput::letGo);
    }

    /** On the loop, after {@link #sendAway}. */
    void forget(Technician technician) {
        journal.removed(technician.name(), technician.subject());
        helm.removed(technician.subject());
    }

    Optional<Technician> steers() {
        return helm.steering().flatMap(presence::technician);
    }

    Optional<Technician> leads() {
        return helm.leading().flatMap(presence::technician);
    }

    @Override
    public void passed() {
        input.ifPresent(GuardedInput::letGo);
        if (isControlled) {
            journal.steeringPassed(steers().map(Technician::name).orElse(""));
        }
    }

    @Override
    public void changed() {
        outbound.sendTo(FrameHeader.EVERYBODY, MessageType.STEERING_STATE, state());
    }

    private SteeringState state() {
        List<SteeringWish> wishes = helm.asking().stream()
                .map(subject -> SteeringWish.newBuilder()
                        .setParticipant(number(Optional.of(subject)))
                        .build())
                .toList();
        return SteeringState.newBuilder()
                .setSteering(number(helm.steering()))
                .setLeading(number(helm.leading()))
                .addAllAsking(wishes)
                .build();
    }

    private int number(Optional<String> subject) {
        return subject.flatMap(presence::technician)
                .map(Technician::participant)
                .orElse(0);
    }
}
