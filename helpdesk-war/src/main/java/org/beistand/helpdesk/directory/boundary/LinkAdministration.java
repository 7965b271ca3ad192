package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.LinkProposal;
import org.beistand.helpdesk.identity.boundary.PeopleAdministration;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory.TechnicianCard;

/**
 * Whether somebody over there is the person of an account that was made here. Only an administrator says so: whoever may
 * write names into the directory must not thereby get into an account.
 */
@ApplicationScoped
@Transactional
public class LinkAdministration {

    @Inject
    DirectoryPeople people;

    @Inject
    PeopleAdministration accounts;

    @Inject
    TechnicianDirectory technicians;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    /** The two who may be one. @param here the account's person; the others are over there */
    public record ProposalCard(
            UUID id,
            UUID account,
            String here,
            String hereLogin,
            String there,
            String thereLogin,
            String dn,
            String reason) {}

    /** Those that nobody has decided, by name. */
    public List<ProposalCard> open() {
        current.require(Role.ADMINISTRATOR);
        return people.openProposals().map(this::card).toList();
    }

    private ProposalCard card(LinkProposal proposal) {
        var account = accounts.card(proposal.accountId());
        return new ProposalCard(
                proposal.id(),
                account.id(),
                technicians.byId(account.id()).map(TechnicianCard::displayName).orElse(account.loginName()),
                account.loginName(),
                proposal.displayName(),
                proposal.loginName(),
                proposal.dn(),
                proposal.reason().name());
    }

    /** They are one person: from now on the directory says what the account is like, and keeps its password. */
    public void confirm(UUID id) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var proposal = proposal(id);
        var account = accounts.card(proposal.accountId());
        if (account.role() == Role.MASTER_ADMINISTRATOR || !caller.role().includes(account.role())) {
            throw new ForbiddenException("a directory does not keep " + account.role());
        }
        people.remove(proposal);
        boolean taken = people.people().stream()
                .anyMatch(person -> person.accountId().equals(account.id())
                        || person.objectGuid().equals(proposal.objectGuid()));
        if (taken) {
            throw new DirectoryRuleException("rule.taken");
        }
        people.add(new DirectoryPerson(proposal.objectGuid(), account.id(), proposal.dn()));
        audit.record(caller.name(), "directory.linked", account.loginName(), proposal.dn());
    }

    /** They are two: the one over there gets an account of their own with the next run. */
    public void refuse(UUID id) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var proposal = proposal(id);
        proposal.refuse();
        audit.record(caller.name(), "directory.link_refused", proposal.loginName(), proposal.dn());
    }

    private LinkProposal proposal(UUID id) {
        return people.proposal(id)
                .filter(proposal -> proposal.state() == LinkProposal.State.OPEN)
                .orElseThrow(() -> new NotFoundException("proposal " + id));
    }
}
