package org.beistand.helpdesk.session.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.session.entity.Arrival;
import org.beistand.helpdesk.session.entity.EndReason;

/** Each step of a session, for the outbox and for pages that wait. Never carries a PIN, a token or a chat line. */
public sealed interface SessionEvent extends DomainEvent {

    SessionFacts session();

    @Override
    default UUID companyId() {
        return session().companyId();
    }

    @Override
    default Optional<UUID> ticketId() {
        return Optional.of(session().ticketId());
    }

    /** The technicians whose lists of sessions may look different now. */
    default List<UUID> concerned() {
        return List.of(session().technicianId());
    }

    @Override
    default Record payload() {
        return (Record) this;
    }

    record SessionRequested(SessionFacts session, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.requested";
        }
    }

    record PinRenewed(SessionFacts session, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.pin_renewed";
        }
    }

    record CustomerArrived(SessionFacts session, Arrival with, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.customer_arrived";
        }
    }

    record TermsAccepted(SessionFacts session, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.terms_accepted";
        }
    }

    record AppletJoined(SessionFacts session, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.applet_joined";
        }
    }

    record TechnicianJoined(SessionFacts session, UUID technicianId, String name, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.technician_joined";
        }
    }

    /** Somebody was brought into the session; whether they come is told by {@link TechnicianJoined}. */
    record ColleagueInvited(SessionFacts session, UUID technicianId, String name, String by, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.colleague_invited";
        }

        @Override
        public List<UUID> concerned() {
            return List.of(session.technicianId(), technicianId);
        }
    }

    /** On purpose; a lost connection is none. */
    record TechnicianLeft(SessionFacts session, UUID technicianId, String name, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.technician_left";
        }
    }

    /** The customer does not want this technician in the session any more. */
    record TechnicianRemoved(SessionFacts session, UUID technicianId, String name, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.technician_removed";
        }

        @Override
        public List<UUID> concerned() {
            return List.of(session.technicianId(), technicianId);
        }
    }

    /** @param session names who leads it from now on */
    record SessionHandedOver(SessionFacts session, UUID fromId, String fromName, String by, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.handed_over";
        }

        @Override
        public List<UUID> concerned() {
            return List.of(session.technicianId(), fromId);
        }
    }

    /** Applet and technician are both there: work begins. */
    record SessionStarted(SessionFacts session, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.started";
        }
    }

    /** The customer decided, in the support program, about what {@code technician} asked. */
    record PermissionGranted(SessionFacts session, String permission, String technician, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.permission_granted";
        }
    }

    /** @param why {@code DECLINED}, {@code TIMED_OUT} or {@code NOT_PERMITTED} */
    record PermissionRefused(SessionFacts session, String permission, String technician, String why, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.permission_refused";
        }
    }

    /** Taken back by the customer, or over by itself. */
    record PermissionWithdrawn(SessionFacts session, String permission, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.permission_withdrawn";
        }
    }

    record SessionEnded(
            SessionFacts session, EndReason reason, long waitingSeconds, long workingSeconds, Instant occurredAt)
            implements SessionEvent {
        @Override
        public String type() {
            return "session.ended";
        }
    }

    /** Everything the applet had to tell is in: the summary can be written. */
    record SessionSummarised(SessionFacts session, Instant occurredAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.summarised";
        }
    }
}
