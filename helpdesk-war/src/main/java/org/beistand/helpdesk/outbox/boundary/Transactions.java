package org.beistand.helpdesk.outbox.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Short transactions for work that must hold none open while it waits for another system. */
@ApplicationScoped
public class Transactions {

    /** One transaction of its own, for whatever company this thread has said. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T of(Supplier<T> work) {
        return work.get();
    }
}
