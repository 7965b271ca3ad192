package org.beistand.helpdesk.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider is told beside address and body. */
class HeadersTest {

    @Test
    void linesOfNameAndValueAreTaken() {
        String lines = "Content-Type: application/json\n\n Authorization : Bearer {secret}";
        assertThat(SmsAccounts.complaint(lines)).isEmpty();
        assertThat(SmsAccounts.headers(lines))
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Authorization", "Bearer {secret}")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "Host: elsewhere",
                "content-length: 1",
                "Trans fer: x",
                ": x",
                "Ünique: x",
                "CamelHttpUri: http://127.0.0.1/",
                " camelHTTPmethod : DELETE"
            })
    void whatIsNoneOrIsMadeHereIsComplainedAbout(String line) {
        assertThat(SmsAccounts.complaint("Accept: text/plain\n" + line)).contains(line);
        assertThat(SmsAccounts.headers("Accept: text/plain\n" + line)).containsOnlyKeys("Accept");
    }
}
