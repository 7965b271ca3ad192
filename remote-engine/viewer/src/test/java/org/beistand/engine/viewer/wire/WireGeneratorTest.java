package org.beistand.engine.viewer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.beistand.engine.protocol.MessageType;
import org.junit.jupiter.api.Test;

class WireGeneratorTest {

    private static final Path COMMITTED = Path.of("src/main/resources/META-INF/resources/viewer/core/wire.gen.js");

    @Test
    void committedCodecIsWhatTheDescriptorsSay() throws IOException {
        String generated = WireModule.source();
        if (Boolean.getBoolean("wire.regenerate")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(COMMITTED)
                .as("the wire has changed: run this test with -Dwire.regenerate=true and commit wire.gen.js")
                .hasContent(generated);
    }

    @Test
    void everyMessageTypeHasItsMessage() {
        assertThat(Arrays.stream(MessageType.values())
                        .map(MessageType::message)
                        .flatMap(Optional::stream)
                        .map(name -> "beistand.wire." + name))
                .isSubsetOf(WireModule.messages().stream()
                        .map(Descriptor::getFullName)
                        .toList());
    }
}
