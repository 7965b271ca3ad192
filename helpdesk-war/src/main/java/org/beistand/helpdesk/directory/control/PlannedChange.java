package org.beistand.helpdesk.directory.control;

import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.directory.entity.LinkProposal.Reason;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.integration.directory.ForeignPerson;

/** What an import would do with one person, and why. */
public sealed interface PlannedChange {

    /** As people call them. */
    String name();

    /** Of the account here, or of what it will be. */
    String loginName();

    /** What an account here will be like. */
    record Wanted(
            String loginName, String displayName, String department, String email, Role role, Set<UUID> channels) {
        public Wanted {
            channels = Set.copyOf(channels);
        }
    }

    /** What of an account is different. */
    enum Field {
        LOGIN_NAME,
        NAME,
        DEPARTMENT,
        EMAIL,
        ROLE,
        CHANNELS
    }

    /** Somebody new. */
    record Create(ForeignPerson person, Wanted wanted) implements PlannedChange {
        @Override
        public String name() {
            return wanted.displayName();
        }

        @Override
        public String loginName() {
            return wanted.loginName();
        }
    }

    /**
     * Somebody known, here as before. Without fields, only what nobody sees is different.
     *
     * @param returns whether the account was closed because the person had left
     */
    record Keep(UUID account, ForeignPerson person, Wanted wanted, Set<Field> fields, boolean returns)
            implements PlannedChange {
        public Keep {
            fields = Set.copyOf(fields);
        }

        @Override
        public String name() {
            return wanted.displayName();
        }

        @Override
        public String loginName() {
            return wanted.loginName();
        }
    }

    /** Somebody known who has left. */
    record Leave(UUID account, UUID guid, String name, String loginName, Presence why) implements PlannedChange {}

    /** Somebody new who may be the person of an account that was made here. */
    record Propose(ForeignPerson person, UUID account, String loginName, Reason reason) implements PlannedChange {
        @Override
        public String name() {
            return person.displayName();
        }
    }

    /** Somebody new for whom there is no login name. */
    record Stuck(ForeignPerson person) implements PlannedChange {
        @Override
        public String name() {
            return person.displayName();
        }

        @Override
        public String loginName() {
            return person.accountName();
        }
    }
}
