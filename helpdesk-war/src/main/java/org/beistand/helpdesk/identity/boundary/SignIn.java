package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.beistand.helpdesk.identity.control.FailedLogins;
import org.beistand.helpdesk.identity.control.LoginThrottle;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.identity.control.PasswordKeeper;
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

    @Inject
    PasswordKeeper keeper;

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
            switch (outcome) {
                case Welcome welcome -> throttle.succeeded(source, name);
                case Refused refused -> throttle.failed(source, name);
                // Nobody has guessed anything.
                case PasswordOver over -> throttle.succeeded(source, name);
                case KeeperSilent silent -> {}
                case Wait later -> {}
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
        if (keeper.keeps(login.accountId())) {
            return askKeeper(login, password);
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

    /** Costs as much here as a password of ours, so that nobody learns by the clock who keeps whose. */
    private Outcome askKeeper(AccountLogin login, String password) {
        hashing.pretendToCheck(password);
        var answer = keeper.check(login.accountId(), password);
        return switch (answer.verdict()) {
            case RIGHT -> {
                data.remember(login.accountId());
                yield new Welcome(data.signedIn(login.accountId(), login.company()));
            }
            case WRONG -> refuse(Optional.of(login), answer.reason());
            case RIGHT_BUT_OVER -> {
                refuse(Optional.of(login), answer.reason());
                yield new PasswordOver();
            }
            case NO_ANSWER -> {
                refuse(Optional.of(login), answer.reason());
                yield new KeeperSilent();
            }
        };
    }

    private Refused refuse(Optional<AccountLogin> login) {
        return refuse(login, "");
    }

    /** Written down for the account's company; for an unknown name, for the company whose address was used. */
    private Refused refuse(Optional<AccountLogin> login, String reason) {
        login.map(AccountLogin::company)
                .or(CurrentCompany::id)
                .ifPresent(company -> failures.count(company)
                        .ifPresent(count -> CurrentCompany.run(
                                company,
                                () -> data.rememberFailure(login.map(AccountLogin::accountId), count, reason))));
        return new Refused();
    }

    /** How an attempt ended. */
    public sealed interface Outcome {}

    /** The right password. */
    public record Welcome(SignedIn signedIn) implements Outcome {}

    /** Unknown name, wrong password, inactive account or company: nobody is told which. */
    public record Refused() implements Outcome {}

    /** The right password, which must be replaced where it is kept before anybody gets in with it. */
    public record PasswordOver() implements Outcome {}

    /** Who keeps the password does not answer: it was not checked. */
    public record KeeperSilent() implements Outcome {}

    /** Too many failures; not even looked at. */
    public record Wait(Duration time) implements Outcome {}
}
