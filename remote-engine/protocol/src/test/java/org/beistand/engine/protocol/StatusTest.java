package org.beistand.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

    @ParameterizedTest
    @EnumSource(Status.class)
    void isFoundByItsCodes(Status status) {
        assertThat(Status.ofCode(status.code())).contains(status);
        assertThat(Status.ofWebSocket(status.webSocket())).contains(status);
    }

    @Test
    void knowsNoCodeOfALaterRelease() {
        assertThat(Status.ofCode(9_999)).isEmpty();
        assertThat(Status.ofWebSocket(1006)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void findsEveryMessageTypeByItsHeaderBytes(MessageType type) {
        assertThat(MessageType.of(type.channel(), type.number())).contains(type);
    }
}
