package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.control.PinHashes;
import org.beistand.helpdesk.session.control.SessionDoors;
import org.beistand.helpdesk.session.control.SessionSteps;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.Arrival;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.SessionDoor;
import org.beistand.helpdesk.session.entity.SessionPin;
import org.beistand.helpdesk.session.entity.SupportSession;

/**
 * What a customer does with a support session. Each method is one transaction. What a token or PIN opens must belong to the
 * company of this thread; otherwise it opens nothing, exactly as if it did not exist.
 */
@ApplicationScoped
@Transactional
public class CustomerSessions {

    /** A customer who downloads again gets a new token each time; more than this is no customer. */
    private static final int MOST_DOWNLOADS = 20;

    @Inject
    Sessions sessions;

    @Inject
    SessionDoors doors;

    @Inject
    SessionSteps steps;

    @Inject
    PinHashes hashes;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** Uses a PIN up. @return the browser's token; empty for a wrong, foreign, expired or used PIN */
    public Optional<SecretToken> redeem(SessionPin pin) {
        var company = CurrentCompany.require();
        return sessions.claimPin(company, hashes.hash(company, pin), clock.instant())
                .map(session -> {
                    steps.arrive(session, Arrival.PIN);
                    return browserDoor(session);
                });
    }

    /** What a link leads to, without using it: programs that preview links must not use it up. */
    public Optional<SessionView> behindLink(SecretToken link) {
        return door(link, SessionDoor.Kind.LINK)
                .flatMap(door -> sessions.byId(door.sessionId()))
                .filter(session -> session.isOpenAt(clock.instant()))
                .map(session -> SessionView.of(session, clock.instant()));
    }

    /** The customer who followed a link says yes. @return the browser's token; empty when the link opens nothing any more */
    public Optional<SecretToken> acceptByLink(SecretToken link) {
        return useLink(link).map(session -> {
            steps.arrive(session, Arrival.LINK);
            steps.acceptTerms(session);
            return browserDoor(session);
        });
    }

    /** The customer who followed a link says no. @return whether there was something to decline */
    public boolean declineByLink(SecretToken link) {
        var session = useLink(link);
        session.ifPresent(declined -> steps.end(declined, EndReason.DECLINED));
        return session.isPresent();
    }

    /** Whether this used link is the one by which that browser's customer came, or could have come. */
    public boolean isSameSession(SecretToken usedLink, SecretToken browser) {
        return door(usedLink, SessionDoor.Kind.USED_LINK)
                .flatMap(used -> door(browser, SessionDoor.Kind.BROWSER)
                        .filter(own -> own.sessionId().equals(used.sessionId())))
                .isPresent();
    }

    /** The session of this customer's browser, running or over. */
    public Optional<SessionView> of(SecretToken browser) {
        return door(browser, SessionDoor.Kind.BROWSER)
                .flatMap(door -> sessions.byId(door.sessionId()))
                .map(session -> SessionView.of(session, clock.instant()));
    }

    /** The terms were read and accepted; of a session that is over nothing remains to accept. */
    public void accept(SecretToken browser) {
        ofBrowser(browser).filter(session -> !session.isOver()).ifPresent(steps::acceptTerms);
    }

    /** "No" before the terms are accepted, "cancel" after that. */
    public void end(SecretToken browser) {
        ofBrowser(browser)
                .ifPresent(session -> steps.end(
                        session,
                        session.milestones().termsAcceptedAt().isPresent()
                                ? EndReason.BY_CUSTOMER
                                : EndReason.DECLINED));
    }

    /**
     * A fresh token for an applet that this browser downloads.
     *
     * @return empty before the terms are accepted, after the end, and after too many downloads
     */
    public Optional<SecretToken> appletToken(SecretToken browser) {
        return ofBrowser(browser)
                .filter(session -> !session.isOver()
                        && session.milestones().termsAcceptedAt().isPresent())
                .filter(session -> doors.count(session.id(), SessionDoor.Kind.APPLET) < MOST_DOWNLOADS)
                .map(session -> {
                    var applet = newDoor(session, SessionDoor.Kind.APPLET);
                    addDoor(session, SessionDoor.Kind.SURVEY, SessionDoor.ofSurvey(applet));
                    return applet;
                });
    }

    private Optional<SupportSession> useLink(SecretToken link) {
        return door(link, SessionDoor.Kind.LINK)
                .filter(door -> doors.use(link))
                .flatMap(door -> sessions.locked(door.sessionId()))
                .filter(session -> session.isOpenAt(clock.instant()));
    }

    private Optional<SupportSession> ofBrowser(SecretToken browser) {
        return door(browser, SessionDoor.Kind.BROWSER).flatMap(door -> sessions.locked(door.sessionId()));
    }

    private Optional<SessionDoor> door(SecretToken token, SessionDoor.Kind kind) {
        UUID company = CurrentCompany.require();
        return doors.behind(token, kind).filter(door -> door.ofCompany().equals(company));
    }

    private SecretToken browserDoor(SupportSession session) {
        return newDoor(session, SessionDoor.Kind.BROWSER);
    }

    private SecretToken newDoor(SupportSession session, SessionDoor.Kind kind) {
        var token = SecretToken.random(random);
        addDoor(session, kind, token);
        return token;
    }

    private void addDoor(SupportSession session, SessionDoor.Kind kind, SecretToken token) {
        doors.add(new SessionDoor(token, kind, session.id(), CurrentCompany.require(), clock.instant()));
    }
}
