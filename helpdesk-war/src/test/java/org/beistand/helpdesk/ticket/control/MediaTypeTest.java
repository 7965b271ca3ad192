package org.beistand.helpdesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @Test
    void knowsAPictureByItsBytes() {
        assertThat(MediaType.of(HexFormat.of().parseHex("89504e470d0a1a0a0000")))
                .isEqualTo("image/png");
        assertThat(MediaType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo("application/pdf");
        assertThat(MediaType.of("Grüße\r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>",
                "  \n<!DOCTYPE html>",
                "<svg xmlns=",
                "<?xml version=",
                "\uFEFF<html>",
                "MZ\0\1",
                ""
            })
    void neverNamesWhatABrowserMightRun(String beginning) {
        assertThat(MediaType.of(beginning.getBytes(StandardCharsets.UTF_8))).isEqualTo("application/octet-stream");
    }
}
