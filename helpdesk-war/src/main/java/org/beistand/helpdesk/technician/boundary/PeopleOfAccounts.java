package org.beistand.helpdesk.technician.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.beistand.helpdesk.identity.boundary.AccountCreated;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;

/** Every account is a person: makes the technician in the transaction that makes the account. */
@ApplicationScoped
public class PeopleOfAccounts {

    @Inject
    Technicians technicians;

    @Transactional(Transactional.TxType.MANDATORY)
    public void onCreated(@Observes AccountCreated account) {
        technicians.add(
                new Technician(account.accountId(), account.displayName(), account.department(), account.email()));
    }
}
