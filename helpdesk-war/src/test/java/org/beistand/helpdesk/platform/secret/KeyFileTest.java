package org.beistand.helpdesk.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    void everybodyWhoStartsAtOnceGetsTheSameKey() throws Exception {
        var start = new CountDownLatch(1);
        Set<String> keys = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 16)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return Base64.getEncoder().encodeToString(keep());
                    }))
                    .toList();
            start.countDown();
            for (Future<String> answer : asked) {
                keys.add(answer.get());
            }
        }
        assertThat(keys).hasSize(1);
        assertThat(keep()).isEqualTo(Base64.getDecoder().decode(keys.iterator().next()));
    }

    @Test
    void onlyItsOwnerReadsItAndNoDraftStays() throws Exception {
        keep();
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files).containsExactly(data.resolve("keys/some.key"));
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("keys/some.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private byte[] keep() {
        return KeyFile.keep(data.toString(), "some.key", 32, new SecureRandom());
    }
}
