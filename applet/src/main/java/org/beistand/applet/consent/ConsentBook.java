package org.beistand.applet.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.engine.protocol.contract.JournalEntry.Decision;
import org.beistand.engine.protocol.grant.Permission;

/**
 * The customer's word, for the life of one session. A permission begins as refused; a technician asks, the customer
 * answers by an active click or lets the time pass, and may take an answer back at any time. Questions stand in line, one
 * is shown at a time. Control without view makes no sense: who asks for control asks for view first, as a question of its
 * own, and who loses view loses control. So it is with view and record where the company records everything. A no stands for a while: who asks again at once is told it once more and the
 * customer is left in peace. A closed book allows nothing, ever again.
 */
public final class ConsentBook implements Consent {

    /** Remembered request ids; a technician who sends more is not asking but attacking. */
    private static final int MAX_REQUESTS = 1_000;

    /** For so long a no is not questioned: nobody is to be worn down until they click on yes. */
    private static final Duration NO_STANDS = Duration.ofSeconds(10);

    /**
     * Told of every change, on the thread that made it, in order, while the book is locked: must not wait and must not
     * call back.
     */
    public interface Listener {
        void decided(Decided decided);

        /** Something decided earlier is told again: after a no too soon, or because the technician never heard it. */
        void repeated(Decided standing);

        /** Questions or permissions are others than before. */
        void changed();
    }

    private final Clock clock;
    private final Listener listener;
    private final Map<String, Optional<Decided>> known = new HashMap<>();
    private final List<Question> waiting = new ArrayList<>();
    private final Map<Permission, Allowed> allowed = new EnumMap<>(Permission.class);
    private final Map<Permission, Decided> refused = new EnumMap<>(Permission.class);
    private Duration patience = Duration.ofSeconds(60);
    private Rules rules = new Rules(false, false);

    /** What is allowed now, replaced as a whole so that readers need no lock. */
    private volatile Set<Permission> allows = Set.of();

    private volatile boolean closed;

    public ConsentBook(Clock clock, Listener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public boolean allows(Permission permission) {
        return !closed && allows.contains(permission);
    }

    /** @param patience how long a question waits for an answer, from now on */
    public synchronized void askFor(Duration newPatience) {
        patience = newPatience;
    }

    /**
     * How this session may be recorded, from now on; until this is said, it may not.
     *
     * @param possible whether a recording could be made at all; if it was allowed and is impossible now, that lapses
     * @param always whether nothing is seen without it
     */
    public synchronized void recordings(boolean possible, boolean always) {
        rules = new Rules(possible, always);
        if (!possible) {
            lapse(Permission.RECORD);
        }
    }

    /**
     * A technician asks. A request that is known comes again because its answer was lost on the way: it is told once more
     * as soon as there is one, and nobody is asked twice.
     */
    public synchronized void ask(Ask ask) {
        if (closed) {
            return;
        }
        if (known.containsKey(ask.requestId())) {
            known.get(ask.requestId()).ifPresent(listener::repeated);
        } else if (known.size() < MAX_REQUESTS) {
            known.put(ask.requestId(), Optional.empty());
            answerOrAsk(ask);
        }
    }

    private void answerOrAsk(Ask ask) {
        List<Permission> order = rules.inOrder(ask.permission());
        Optional<Decided> no = standingNo(order);
        if (!ask.ceiling().containsAll(order) || !order.stream().allMatch(rules::isAskable)) {
            tell(ask.requestId(), ask.permission(), Decision.NOT_PERMITTED, ask.technician());
        } else if (allowed.containsKey(ask.permission())) {
            tell(ask.requestId(), ask.permission(), Decision.GRANTED, ask.technician());
        } else if (no.isPresent()) {
            repeat(ask, no.get());
        } else {
            order.removeLast();
            order.stream()
                    .filter(first -> !allowed.containsKey(first) && !isAsked(first))
                    .forEach(first -> enqueue(UUID.randomUUID().toString(), first, ask.technician()));
            enqueue(ask.requestId(), ask.permission(), ask.technician());
            listener.changed();
        }
    }

    /** The no that answers a wish without asking: that to itself, or to what it needs and has not. */
    private Optional<Decided> standingNo(List<Permission> order) {
        Instant now = clock.instant();
        refused.values().removeIf(no -> !now.isBefore(no.at().plus(NO_STANDS)));
        return order.reversed().stream()
                .filter(permission -> !allowed.containsKey(permission))
                .flatMap(permission -> Optional.ofNullable(refused.get(permission)).stream())
                .findFirst();
    }

    private void repeat(Ask ask, Decided no) {
        Decided again = new Decided(ask.requestId(), ask.permission(), no.decision(), ask.technician(), no.at());
        known.put(ask.requestId(), Optional.of(again));
        listener.repeated(again);
    }

    private boolean isAsked(Permission permission) {
        return waiting.stream().anyMatch(question -> question.permission() == permission);
    }

    private void enqueue(String requestId, Permission permission, String technician) {
        known.put(requestId, Optional.empty());
        waiting.add(
                new Question(requestId, permission, technician, clock.instant().plus(patience)));
    }

    /** The customer clicked. Ignored when the question is no longer asked. */
    public synchronized void decide(String requestId, boolean allow) {
        if (!closed && !waiting.isEmpty() && waiting.getFirst().requestId().equals(requestId)) {
            answer(waiting.getFirst().permission(), allow ? Decision.GRANTED : Decision.DECLINED);
        }
    }

    /** The first question's time is over: silence is no. Call when {@link #deadline} is reached; early calls do nothing. */
    public synchronized void expire() {
        while (!closed
                && !waiting.isEmpty()
                && !clock.instant().isBefore(waiting.getFirst().deadline())) {
            answer(waiting.getFirst().permission(), Decision.TIMED_OUT);
        }
    }

    /** All questions about one permission get one answer. */
    private void answer(Permission permission, Decision decision) {
        List<Question> answered = waiting.stream()
                .filter(question -> question.permission() == permission
                        || (decision != Decision.GRANTED
                                && rules.inOrder(question.permission()).contains(permission)))
                .toList();
        waiting.removeAll(answered);
        if (decision == Decision.GRANTED) {
            Question first = answered.getFirst();
            allowed.put(permission, new Allowed(first.requestId(), permission, first.technician(), clock.instant()));
            publish();
        }
        for (Question question : answered) {
            Decided decided = tell(question.requestId(), question.permission(), decision, question.technician());
            if (decision != Decision.GRANTED) {
                refused.put(question.permission(), decided);
            }
        }
        restartFirst();
        listener.changed();
    }

    /** The next question gets its whole time: it was not visible before. */
    private void restartFirst() {
        if (!waiting.isEmpty()) {
            Question first = waiting.getFirst();
            Instant deadline = clock.instant().plus(patience);
            waiting.set(0, new Question(first.requestId(), first.permission(), first.technician(), deadline));
        }
    }

    /** The customer takes a permission back, and with it go those that need it. */
    public synchronized void withdraw(Permission permission) {
        if (takeBack(permission, Decision.WITHDRAWN)) {
            listener.changed();
        }
    }

    /** What the customer had allowed cannot go on, and with it goes what needs it. */
    public synchronized void lapse(Permission permission) {
        if (takeBack(permission, Decision.LAPSED)) {
            listener.changed();
        }
    }

    /** @param how by the customer or by itself */
    private boolean takeBack(Permission permission, Decision how) {
        boolean othersToo = false;
        for (Permission other : Permission.values()) {
            othersToo |= rules.needs(other).filter(permission::equals).isPresent() && takeBack(other, how);
        }
        Allowed before = allowed.remove(permission);
        if (before == null) {
            return othersToo;
        }
        publish();
        tell(before.requestId(), permission, how, before.technician());
        return true;
    }

    /** Nobody is left to whom anything was allowed: questions and permissions go. */
    public synchronized void lapse() {
        List<Question> unanswered = List.copyOf(waiting);
        waiting.clear();
        refused.clear();
        unanswered.forEach(question ->
                tell(question.requestId(), question.permission(), Decision.DECLINED, question.technician()));
        boolean tookBack = false;
        for (Permission permission : List.copyOf(allowed.keySet())) {
            tookBack |= takeBack(permission, Decision.LAPSED);
        }
        if (tookBack || !unanswered.isEmpty()) {
            listener.changed();
        }
    }

    /** The session is over. Takes effect before it returns; tells nobody, because the end says it all. */
    public void close() {
        closed = true;
    }

    private void publish() {
        allows = Set.copyOf(allowed.keySet());
    }

    private Decided tell(String requestId, Permission permission, Decision decision, String technician) {
        Decided decided = new Decided(requestId, permission, decision, technician, clock.instant());
        known.put(requestId, Optional.of(decided));
        listener.decided(decided);
        return decided;
    }

    /** The question to show now. */
    public synchronized Optional<Question> question() {
        return waiting.stream().findFirst();
    }

    /** When {@link #expire} is due. */
    public synchronized Optional<Instant> deadline() {
        return question().map(Question::deadline);
    }

    /** All questions in line, the shown one first. */
    public synchronized List<Question> waiting() {
        return List.copyOf(waiting);
    }

    /** What is allowed, view before control. */
    public synchronized List<Allowed> allowed() {
        return List.copyOf(allowed.values());
    }
}
