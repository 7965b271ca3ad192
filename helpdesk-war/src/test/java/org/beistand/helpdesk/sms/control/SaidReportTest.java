package org.beistand.helpdesk.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.beistand.helpdesk.sms.entity.ReportReading;
import org.beistand.helpdesk.sms.entity.ReportReading.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidReportTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            status=DELIVRD&x=1   | -                                 | -                                              | DELIVRD
            -                    | application/x-www-form-urlencoded | MessageSid=1&Status=un%20delivered              | un delivered
            -                    | application/json; charset=utf-8   | {"results":[{"id":"a","status":"EXPIRED"}]}    | EXPIRED
            -                    | application/json                  | {"status":{"group":1},"x":{"STATUS":5}}        | 5
            -                    | application/json                  | {"status":tr                                   | -
            -                    | text/xml                          | <status>delivered</status>                     | -
            status=%zz           | -                                 | -                                              | %zz
            """)
    void findsTheStateWhereverProvidersPutIt(String query, String type, String body, String found) {
        var said = new SaidReport(orEmpty(query), orEmpty(type), orEmpty(body));
        assertThat(said.value("status").orElse("")).isEqualTo(orEmpty(found));
    }

    @Test
    void aPageOfTextIsNoState() {
        assertThat(new SaidReport("status=" + "x".repeat(10_000), "", "").value("status"))
                .hasValueSatisfying(word -> assertThat(word).hasSize(60));
    }

    @Test
    void undeliveredIsNotDelivered() {
        var usual = ReportReading.usual();
        assertThat(usual.fate("Delivered")).isEqualTo(Fate.DELIVERED);
        assertThat(usual.fate("undelivered")).isEqualTo(Fate.FAILED);
        assertThat(usual.fate("buffered")).isEqualTo(Fate.OPEN);
        assertThat(usual.fate("")).isEqualTo(Fate.OPEN);
        assertThat(new ReportReading("status", "", ",").fate("")).isEqualTo(Fate.OPEN);
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
