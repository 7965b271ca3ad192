package org.beistand.helpdesk.intake.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** The company already has a channel of that name. */
public final class ChannelNameTakenException extends DomainException {

    ChannelNameTakenException() {
        super(
                Rule.of(
                        "channel-name-taken",
                        Status.CONFLICT,
                        "org.beistand.helpdesk.admin.messages",
                        "error.channel_name_taken"),
                "Channel name taken");
    }
}
