package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.faces.Language;
import org.beistand.helpdesk.platform.faces.LanguageChosen;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.CurrentCaller;

/** What people change about their own account; no role is needed for that, and none can be gained. */
@ApplicationScoped
@Transactional
public class OwnAccount {

    @Inject
    Accounts accounts;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    public OwnCard card() {
        Account account = mine();
        return new OwnCard(account.loginName(), account.language().orElse(""), account.passwordHash());
    }

    /** @param language tag of a complete language; anything else means the browser's */
    public void speak(String language) {
        mine().speak(Optional.of(language).filter(Language::isComplete));
    }

    /** The switch on every page means the account, too: otherwise it would have no effect for its owner. */
    public void onChosen(@Observes LanguageChosen event) {
        accounts.byId(event.accountId()).ifPresent(account -> account.speak(Optional.of(event.language())));
    }

    /** Ends every browser session of this account; the caller's own begins anew. */
    public void changePassword(String newHash) {
        Account account = mine();
        account.changePassword(newHash, clock.instant());
        audit.record(account.loginName(), "person.password_changed", account.loginName(), "");
    }

    private Account mine() {
        UUID id = current.require().accountId();
        return accounts.byId(id).orElseThrow(() -> new NotFoundException("account " + id));
    }

    /** @param language tag, or empty for the browser's */
    public record OwnCard(String loginName, String language, String passwordHash) {
        @Override
        public String toString() {
            return "OwnCard[" + loginName + "]";
        }
    }
}
