package org.beistand.helpdesk.ticket.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListAddressTest {

    @Test
    void wordsTypedIntoAListAreSearchedInTicketsOfEveryState() {
        var list = ListAddress.read(Map.of("list", "all"));
        assertThat(list.effectiveState()).isEqualTo("live");

        var search = submitted(list, "Bildschirm");

        assertThat(search.effectiveState()).isEqualTo("any");
        assertThat(submitted(search, "").effectiveState()).isEqualTo("live");
    }

    @Test
    void aStateThatWasChosenStaysWhateverIsTyped() {
        assertThat(submitted(ListAddress.read(Map.of("state", "CLOSED")), "Bildschirm")
                        .effectiveState())
                .isEqualTo("CLOSED");
        assertThat(submitted(ListAddress.read(Map.of("q", "Bildschirm", "state", "live")), "Drucker")
                        .effectiveState())
                .isEqualTo("live");
        assertThat(submitted(ListAddress.read(Map.of("state", "any")), "Bildschirm")
                        .effectiveState())
                .isEqualTo("any");
    }

    /** What the filter's form sends after somebody typed these words and touched nothing else. */
    private static ListAddress submitted(ListAddress shown, String words) {
        var fields = new HashMap<String, String>();
        fields.put("list", shown.list());
        fields.put("state", shown.chosenState());
        fields.put("q", words);
        return ListAddress.read(fields);
    }
}
