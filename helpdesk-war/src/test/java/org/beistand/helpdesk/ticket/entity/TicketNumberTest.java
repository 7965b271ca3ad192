package org.beistand.helpdesk.ticket.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"INC-1042", "inc-1042", " INC-1042 ", "INC1042", "INC-0001042"})
    void readsWhatPeopleWrite(String written) {
        assertThat(TicketNumber.read(written)).contains(new TicketNumber(1042));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1042",
                "INC-",
                "INC-0",
                "INC--1",
                "INC-1042; drop table",
                "INC-99999999999999999999",
                "INC-٤٢"
            })
    void takesNothingElseForANumber(String written) {
        assertThat(TicketNumber.read(written)).isEmpty();
    }

    @Test
    void isWrittenAsPeopleSayIt() {
        assertThat(new TicketNumber(1042)).hasToString("INC-1042");
        assertThatThrownBy(() -> new TicketNumber(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
