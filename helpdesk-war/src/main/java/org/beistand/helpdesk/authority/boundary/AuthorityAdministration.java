package org.beistand.helpdesk.authority.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.authority.control.AuthorityFiles;
import org.beistand.helpdesk.authority.control.AuthorityFiles.Content;
import org.beistand.helpdesk.authority.control.AuthorityFiles.Reason;
import org.beistand.helpdesk.authority.control.CompanyAuthorities;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;

/** Whom an administrator lets the company's connections trust. */
@ApplicationScoped
@Transactional
public class AuthorityAdministration {

    @Inject
    CompanyAuthorities authorities;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** One who is trusted. @param over whether the certificate is out of date */
    public record Card(String subject, Instant until, boolean over) {}

    public List<Card> trusted() {
        current.require(Role.ADMINISTRATOR);
        return AuthorityFiles.trusted(authorities.certificates()).stream()
                .map(one -> new Card(one.subject(), one.until(), one.until().isBefore(clock.instant())))
                .toList();
    }

    /**
     * Trusts these instead of those before.
     *
     * @param files as they were uploaded
     * @return why nothing was changed; empty when they are trusted
     */
    public Optional<Reason> trust(List<byte[]> files) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        return switch (AuthorityFiles.read(files, clock.instant())) {
            case Content.Unusable(Reason reason) -> Optional.of(reason);
            case Content.Usable(var all, String pem) -> {
                authorities.own().trust(pem);
                audit.record(
                        caller.name(),
                        "authorities.trusted",
                        all.getFirst().subject(),
                        all.size() + " certificates, the first until "
                                + all.getFirst().until());
                yield Optional.empty();
            }
        };
    }

    /** From now on only public authorities are trusted. */
    public void forget() {
        Caller caller = current.require(Role.ADMINISTRATOR);
        authorities.own().trust("");
        audit.record(caller.name(), "authorities.forgotten", "", "");
    }
}
