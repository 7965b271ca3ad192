package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts the plain classes around PINs together, once for the application. */
@ApplicationScoped
class PinTools {

    @Produces
    @Singleton
    PinHashes hashes(PinKey key) {
        return new PinHashes(key.bytes());
    }

    @Produces
    @Singleton
    PinMint mint(SecureRandom random) {
        return new PinMint(random);
    }

    @Produces
    @Singleton
    PinGuard guard(WrongPinTable wrongPins, PinHashes hashes, SecureRandom random, Clock clock) {
        return new PinGuard(wrongPins, new ProofOfWork(hashes, random), clock);
    }
}
