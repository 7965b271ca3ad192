package org.beistand.applet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.beistand.applet.counterpart.SmallHelpdesk;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.engine.protocol.contract.Journal;
import org.junit.jupiter.api.Test;

/** What the helpdesk says counts, and what others say in its place does not. */
class HelpdeskTest {

    private static final AppletHello HELLO = new AppletHello("applet", "linux-x64", null);
    private static final Journal NOTHING = new Journal(List.of());

    @Test
    void aHelpdeskThatStartsHasRefusedNothing() throws Exception {
        try (SmallHelpdesk small = new SmallHelpdesk(URI.create("ws://127.0.0.1:1"));
                HttpClient http = HttpClient.newHttpClient()) {
            Helpdesk helpdesk = new Helpdesk(http, small.url());
            small.starts(true);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> helpdesk.admission(SmallHelpdesk.TOKEN, HELLO));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> helpdesk.journal(SmallHelpdesk.TOKEN, NOTHING));
            small.starts(false);
            assertThat(helpdesk.admission(SmallHelpdesk.TOKEN, HELLO).grant()).isNotEmpty();
            assertThat(helpdesk.journal(SmallHelpdesk.TOKEN, NOTHING)).isFalse();
        }
    }

    @Test
    void itsOwnRefusalsAreFinal() throws Exception {
        try (SmallHelpdesk small = new SmallHelpdesk(URI.create("ws://127.0.0.1:1"));
                HttpClient http = HttpClient.newHttpClient()) {
            Helpdesk helpdesk = new Helpdesk(http, small.url());
            assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> helpdesk.admission("another", HELLO));
            assertThat(helpdesk.journal("another", NOTHING)).isTrue();
            small.endSession();
            assertThatExceptionOfType(SessionOver.class)
                    .isThrownBy(() -> helpdesk.admission(SmallHelpdesk.TOKEN, HELLO));
        }
    }
}
