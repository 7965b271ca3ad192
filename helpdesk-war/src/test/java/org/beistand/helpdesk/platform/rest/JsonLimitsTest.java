package org.beistand.helpdesk.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{}`|1",
                "`[[[]]]`|3",
                "`\"[[[[\"`|0",
                "`{\"a\":\"\\\"[[\",\"b\":[1]}`|2",
                "`]]]][`|0",
                "``|0",
            })
    void countsNestingOutsideOfStrings(String json, int depth) {
        assertThat(JsonLimits.depth(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(depth);
    }
}
