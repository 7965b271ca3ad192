package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;
import org.junit.jupiter.api.Test;

class RelayReadyTest {

    @Test
    void nothingIsAskedBeforeTheHelpdeskHasStarted() {
        var asked = new AtomicInteger();
        var ready = new RelayReady();
        ready.desk = new RelayDesk() {
            @Override
            public long living() {
                return asked.incrementAndGet();
            }
        };
        assertThat(ready.isAnyLiving()).isFalse();
        assertThat(asked).hasValue(0);

        ready.onStart(new HelpdeskStarted());
        assertThat(ready.isAnyLiving()).isTrue();
        assertThat(asked).hasValue(1);
    }
}
