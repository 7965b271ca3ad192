package org.beistand.applet.steering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one pair of hands at mouse and keyboard. The first technician who may control has them; from then on they are asked
 * for, passed, refused, given up, or taken by the one who leads. Who loses the connection keeps them until somebody asks.
 * A wish that does not fit the moment is ignored: it was sent before its sender knew better. Technicians are named by what
 * stays the same for all their connections. Changed by one thread, asked by any.
 */
public final class Helm implements Steering {

    /** More technicians than a session ever has; the applet believes nobody. */
    private static final int MOST_MEMBERS = 64;

    /** Told on the thread that changes, after the change; must not change anything itself. */
    public interface Listener {

        /** Mouse and keyboard went from one to the other: what was held must go up. */
        void passed();

        /** Somebody steers, leads or asks who did not before. */
        void changed();
    }

    private record Member(boolean maySteer, boolean here) {}

    private final Listener listener;
    private final Map<String, Member> members = new HashMap<>();
    private final List<String> asking = new ArrayList<>();
    private volatile @Nullable String steering;
    private @Nullable String leading;

    public Helm(Listener listener) {
        this.listener = listener;
    }

    @Override
    public boolean isWith(String technician) {
        return technician.equals(steering);
    }

    /**
     * Somebody is here, or here again.
     *
     * @param maySteer whether their rights allow control at all
     * @param leads whether they lead the session, as of now
     */
    public void joined(String technician, boolean maySteer, boolean leads) {
        if (members.size() >= MOST_MEMBERS && !members.containsKey(technician)) {
            return;
        }
        members.put(technician, new Member(maySteer, true));
        if (leads) {
            leading = technician;
        } else if (technician.equals(leading)) {
            leading = null;
        }
        if (steering == null && maySteer) {
            give(technician);
        }
        listener.changed();
    }

    /** A connection is lost; they may come back. */
    public void left(String technician) {
        Member known = members.get(technician);
        if (known == null) {
            return;
        }
        members.put(technician, new Member(known.maySteer(), false));
        asking.remove(technician);
        if (isWith(technician) && !asking.isEmpty()) {
            give(asking.getFirst());
        }
        listener.changed();
    }

    /** They do not come back. Takes effect at once, also on another thread's next question. */
    public void removed(String technician) {
        members.remove(technician);
        asking.remove(technician);
        if (technician.equals(leading)) {
            leading = null;
        }
        if (isWith(technician)) {
            give(asking.isEmpty() ? null : asking.getFirst());
        }
        listener.changed();
    }

    /** The customer said yes to their question for control, which was not allowed before. */
    public void granted(String technician) {
        if (canSteer(technician)) {
            give(technician);
            listener.changed();
        }
    }

    public void ask(String technician) {
        if (!canSteer(technician) || isWith(technician) || asking.contains(technician)) {
            return;
        }
        if (isFree()) {
            give(technician);
        } else {
            asking.add(technician);
        }
        listener.changed();
    }

    /** Takes back a wish, or gives up what they have: to the first who asks. */
    public void letGo(String technician) {
        if (isWith(technician)) {
            give(asking.isEmpty() ? null : asking.getFirst());
            listener.changed();
        } else if (asking.remove(technician)) {
            listener.changed();
        }
    }

    public void pass(String from, String to) {
        if (isWith(from) && !from.equals(to) && canSteer(to)) {
            give(to);
            listener.changed();
        }
    }

    public void refuse(String from, String whom) {
        if (isWith(from) && asking.remove(whom)) {
            listener.changed();
        }
    }

    /** Who leads need not ask. */
    public void take(String technician) {
        if (technician.equals(leading) && canSteer(technician) && !isWith(technician)) {
            give(technician);
            listener.changed();
        }
    }

    public void lead(String from, String to) {
        if (from.equals(leading) && members.containsKey(to)) {
            leading = to;
            listener.changed();
        }
    }

    private boolean canSteer(String technician) {
        Member member = members.get(technician);
        return member != null && member.here() && member.maySteer();
    }

    private boolean isFree() {
        Member holder = steering == null ? null : members.get(steering);
        return holder == null || !holder.here();
    }

    private void give(@Nullable String technician) {
        boolean another = !Objects.equals(technician, steering);
        steering = technician;
        asking.remove(technician);
        if (another) {
            listener.passed();
        }
    }

    public Optional<String> steering() {
        return Optional.ofNullable(steering);
    }

    public Optional<String> leading() {
        return Optional.ofNullable(leading);
    }

    /** Who waits for an answer of the one who steers, in order. */
    public List<String> asking() {
        return List.copyOf(asking);
    }
}
