package org.beistand.helpdesk.session.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionPinTest {

    @ParameterizedTest
    @ValueSource(strings = {"482910", "482 910", " 482-910 ", "482\u00a0910", "482\u2013910", "4 8 2 9 1 0\n"})
    void readsWhatPeopleTypeAndPaste(String typed) {
        assertThat(SessionPin.typed(typed)).contains(new SessionPin("482910"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "48291",
                "4829101234",
                "48291x",
                "٤٨٢٩١٠",
                "' or 1=1 --",
                "000000000000000000000000000000000000000000"
            })
    void isNoPinOtherwise(String typed) {
        assertThat(SessionPin.typed(typed)).isEmpty();
    }

    @Test
    void isReadOutInGroupsOfThree() {
        assertThat(new SessionPin("482910").grouped()).isEqualTo("482 910");
        assertThat(new SessionPin("4829107").grouped()).isEqualTo("482 910 7");
        assertThat(new SessionPin("482910734").grouped()).isEqualTo("482 910 734");
    }

    @Test
    void doesNotPrintItself() {
        assertThat(new SessionPin("482910").toString()).doesNotContain("482910");
    }
}
