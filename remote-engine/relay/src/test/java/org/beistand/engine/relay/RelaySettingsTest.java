package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.relay.session.ForwardingRules;
import org.junit.jupiter.api.Test;

class RelaySettingsTest {

    private final Map<String, String> environment =
            new HashMap<>(Map.of("BEISTAND_RELAY_SECRET", "0123456789abcdef", "BEISTAND_DATA", "/srv/beistand"));

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        RelaySettings settings = read();
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.data()).isEqualTo(Path.of("/srv/beistand/spool"));
        environment.put("BEISTAND_BIND", "0.0.0.0");
        assertThat(read().bind()).isEqualTo("0.0.0.0");
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(read().toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void saysWhichSettingIsWrong() {
        environment.put("BEISTAND_RELAY_PORT", "70000");
        assertThatThrownBy(this::read)
                .isInstanceOf(RelaySettings.Unusable.class)
                .hasMessageContaining("BEISTAND_RELAY_PORT");
        environment.remove("BEISTAND_RELAY_PORT");
        environment.remove("BEISTAND_RELAY_SECRET");
        assertThatThrownBy(this::read)
                .isInstanceOf(RelaySettings.Unusable.class)
                .hasMessageContaining("BEISTAND_RELAY_SECRET");
        environment.put("BEISTAND_RELAY_SECRET", "short");
        assertThatThrownBy(this::read)
                .isInstanceOf(RelaySettings.Unusable.class)
                .hasMessageContaining("characters");
    }

    @Test
    void printsItsRules() {
        assertThat(ForwardingRules.print())
                .containsPattern("INPUT +KEY_PRESS +from TECHNICIAN +needs control")
                .containsPattern("SCREEN +SCREEN_PICTURE +from APPLET +needs view")
                .containsPattern("CONTROL +END +from ANYBODY +never forwarded")
                .containsPattern("CURSOR +CURSOR_SHAPE +from APPLET +needs view")
                .containsPattern("CLIPBOARD +CLIPBOARD_FETCH +from TECHNICIAN +needs clipboard_out")
                .containsPattern(
                        "CLIPBOARD +CLIPBOARD_PIECE .*clipboard_out from the applet, needs clipboard_in from a tech")
                .containsPattern("FILES +FILE_FETCH +from TECHNICIAN +needs file_read\\R")
                .containsPattern("FILES +FILE_PIECE .*file_read from the applet, needs file_write from a tech")
                .containsPattern("FILES +FILE_PROGRESS .*needs file_read or file_write")
                .containsPattern("CHAT +CHAT_LINE +from ENDS +always forwarded");
    }

    private RelaySettings read() {
        return RelaySettings.read(name -> Optional.ofNullable(environment.get(name)));
    }
}
