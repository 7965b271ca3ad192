package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.beistand.helpdesk.identity.control.LoginThrottle;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.identity.entity.AccountLogin;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

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

    /**
     * @param source address the request came from
     * @return what to remember in the browser session
     */
    public Outcome attempt(String loginName, String password, String source) {
        String name = loginName.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> wait = throttle.waitFor(source, name);
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        Outcome outcome = check(name, password, source);
        if (outcome instanceof Welcome) {
            throttle.succeeded(source, name);
        } else {
            throttle.failed(source, name);
        }
        return outcome;
    }

    private Outcome check(String name, String password, String source) {
        if (password.length() > LONGEST_PASSWORD) {
            return new Refused();
        }
        Optional<AccountLogin> login = CurrentCompany.forInstallation(() -> data.find(name));
        if (login.isEmpty()) {
            hashing.pretendToCheck(password);
            return new Refused();
        }
        return CurrentCompany.call(login.get().company(), () -> checkPassword(login.get(), password, source));
    }

    private Outcome checkPassword(AccountLogin login, String password, String source) {
        Optional<SignInData.Stored> account = data.stored(login.accountId());
        if (account.isEmpty()) {
            hashing.pretendToCheck(password);
            return new Refused();
        }
        String stored = account.get().passwordHash();
        if (!hashing.matches(password, stored)) {
            return new Refused();
        }
        if (hashing.isOutdated(stored)) {
            data.rehash(login.accountId(), hashing.hash(password));
        }
        data.remember(login.accountId(), source);
        return new Welcome(data.signedIn(login.accountId(), login.company()));
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
