package org.beistand.helpdesk.invitation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.beistand.helpdesk.ticket.entity.Dispatch;

/** All the ways there are, and which of them the current company has switched on. */
@ApplicationScoped
public class InvitationWays {

    private final List<InvitationWay> all;

    /** For the container's proxy. */
    protected InvitationWays() {
        this(List.of());
    }

    @Inject
    InvitationWays(@Any Instance<InvitationWay> beans) {
        this(beans.stream().toList());
    }

    public InvitationWays(List<InvitationWay> all) {
        this.all = List.copyOf(all);
    }

    public List<Dispatch.Way> on() {
        return all.stream().filter(InvitationWay::isOn).map(InvitationWay::way).toList();
    }

    public Optional<InvitationWay> on(Dispatch.Way wanted) {
        return all.stream()
                .filter(one -> one.way() == wanted)
                .filter(InvitationWay::isOn)
                .findFirst();
    }
}
