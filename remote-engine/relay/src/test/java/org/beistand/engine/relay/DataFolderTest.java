package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two relays and one folder. */
class DataFolderTest {

    /** Runs until its input ends. */
    static final class Other {
        private Other() {}

        /** @param arguments the folder */
        public static void main(String[] arguments) throws IOException {
            try (DataFolder mine = DataFolder.claim(Path.of(arguments[0]))) {
                System.out.println("mine");
                System.in.read();
            }
        }
    }

    @Test
    void isOneRelaysWhileItLives(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("not/there/yet");
        try (DataFolder first = DataFolder.claim(data)) {
            assertThat(first).isNotNull();
            assertIsAnothers(data);
        }
        DataFolder.claim(data).close();
    }

    @Test
    void isFreeOnceTheOtherProcessIsGoneEvenIfKilled(@TempDir Path folder) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        folder.toString())
                .start();
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("mine");
            assertIsAnothers(folder);
            assertThat(Files.list(folder)).hasSize(1);
        } finally {
            other.destroyForcibly().waitFor();
        }
        DataFolder.claim(folder).close();
    }

    private static void assertIsAnothers(Path folder) {
        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("another relay uses the folder " + folder);
    }
}
