package org.beistand.helpdesk.sms.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.beistand.helpdesk.invitation.control.InvitationWay;
import org.beistand.helpdesk.sms.control.SmsAccounts;
import org.beistand.helpdesk.sms.entity.SmsSettings;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.integration.sms.PhoneNumber;

/** Invitations by text message. */
@ApplicationScoped
public class SmsWay implements InvitationWay {

    @Inject
    SmsAccounts accounts;

    @Override
    public Dispatch.Way way() {
        return Dispatch.Way.SMS;
    }

    @Override
    public boolean isOn() {
        return accounts.sending().isPresent();
    }

    @Override
    public Optional<String> readable(String recipient) {
        String home = accounts.current().map(SmsSettings::countryCode).orElse("");
        return PhoneNumber.read(recipient, home).map(PhoneNumber::value);
    }
}
