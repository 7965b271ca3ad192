package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.beistand.helpdesk.identity.control.FailedLogins;
import org.beistand.helpdesk.identity.control.LoginThrottle;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.identity.entity.AccountLogin;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.platform.web.IpAddress;

/** Checks login name and password. Says the same, after the same time, whether the name or the password was wrong. */
@ApplicationScoped
public class SignIn {

    /** Nobody types more; hashing a novel is work for an attacker's benefit. */
    static final int LONGEST_PASSWORD = 256;

    @Inject
    SignInData data;

    @Inject
    PasswordHashing hashing;

    @Inject
    LoginThrottle throttle;

    @Inject
    FailedLogins failures;

    /**
     * @param address IP address the request came from
     * @return what to remember in the browser session
     */
    public Outcome attempt(String loginName, String password, String address) {
        String name = loginName.strip().toLowerCase(Locale.ROOT);
        String source = IpAddress.household(address);
        Optional<Duration> wait = throttle.enter(source, name);
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        try {
            Outcome outcome = check(name, password);
            if (outcome instanceof Welcome) {
                throttle.succeeded(source, name);
            } else {
                throttle.failed(source, name);
            }
            return outcome;
        } finally {
            throttle.leave(source);
        }
    }

    private Outcome check(String name, String password) {
        if (password.length() > LONGEST_PASSWORD) {
            return refuse(Optional.empty());
        }
        Optional<AccountLogin> login = CurrentCompany.forInstallation(() -> data.find(name));
        if (login.isEmpty()) {
            hashing.pretendToCheck(password);
            return refuse(login);
        }
        return CurrentCompany.call(login.get().company(), () -> checkPassword(login.get(), password));
    }

    private Outcome checkPassword(AccountLogin login, String password) {
        Optional<SignInData.Stored> account = data.stored(login.accountId());
        if (account.isEmpty()) {
            hashing.pretendToCheck(password);
            return refuse(Optional.of(login));
        }
        String stored = account.get().passwordHash();
        if (!hashing.matches(password, stored)) {
            return refuse(Optional.of(login));
        }
        if (hashing.isOutdated(stored)) {
            data.rehash(login.accountId(), hashing.hash(password));
        }
        data.remember(login.accountId());
        return new Welcome(data.signedIn(login.accountId(), login.company()));
    }

    /** Written down for the account's company; for an unknown name, for the company whose address was used. */
    private Refused refuse(Optional<AccountLogin> login) {
        login.map(AccountLogin::company)
                .or(CurrentCompany::id)
                .ifPresent(company -> failures.count(company)
                        .ifPresent(count -> CurrentCompany.run(
                                company, () -> data.rememberFailure(login.map(AccountLogin::accountId), count))));
        return new Refused();
    }

    /** How an attempt ended. */
    public sealed interface Outcome {}

    /** The right password. */
    public record Welcome(SignedIn signedIn) implements Outcome {}

    /** Unknown name, wrong password, inactive account or company: nobody is told which. */
    public record Refused() implements Outcome {}

    /** Too many failures; not even looked at. */
    public record Wait(Duration time) implements Outcome {}
}
