package org.beistand.helpdesk.mail.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.beistand.helpdesk.invitation.control.InvitationWay;
import org.beistand.helpdesk.mail.control.MailAccounts;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.integration.mail.MailAddress;

/** Invitations by e-mail. */
@ApplicationScoped
public class MailWay implements InvitationWay {

    @Inject
    MailAccounts accounts;

    @Override
    public Dispatch.Way way() {
        return Dispatch.Way.MAIL;
    }

    @Override
    public boolean isOn() {
        return accounts.sending().isPresent();
    }

    @Override
    public Optional<String> readable(String recipient) {
        return Optional.of(recipient.strip().toLowerCase(Locale.ROOT)).filter(MailAddress::isReachable);
    }
}
