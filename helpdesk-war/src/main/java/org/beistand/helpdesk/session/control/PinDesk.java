package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.beistand.helpdesk.session.entity.PinSeal;
import org.beistand.helpdesk.session.entity.SessionPin;

/** Draws a PIN that no living session of the company has. */
@ApplicationScoped
public class PinDesk {

    /** With the density of {@link PinMint} even three misses in a row never happen; a hundred mean a broken random source. */
    private static final int DRAWS = 100;

    @Inject
    Sessions sessions;

    @Inject
    PinMint mint;

    @Inject
    PinHashes hashes;

    @Inject
    PinGuard guard;

    @Inject
    Clock clock;

    /** A PIN in clear, for the one answer that shows it, and what is stored of it. */
    public record Fresh(SessionPin pin, PinSeal seal) {}

    /** Two desks that draw the same number at the same instant meet in the unique index: the later one fails and retries. */
    public Fresh draw(UUID company, int policyDigits, Duration life) {
        var now = clock.instant();
        var digits = mint.length(policyDigits, guard.floodIsOn(company), length -> sessions.livingPins(length, now));
        for (var draw = 0; draw < DRAWS; draw++) {
            var pin = mint.draw(digits);
            var hash = hashes.hash(company, pin);
            if (!sessions.isPinTaken(hash)) {
                return new Fresh(pin, new PinSeal(hash, digits, now.plus(life)));
            }
        }
        throw new IllegalStateException("No free PIN of " + digits + " digits in " + DRAWS + " draws");
    }
}
