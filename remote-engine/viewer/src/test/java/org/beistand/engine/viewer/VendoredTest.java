package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What is vendored is what the decision record says it is: docs/adr/0501-a-vendored-zstd.md. */
class VendoredTest {

    private static final Path ZSTD = Path.of("src/main/resources/META-INF/resources/viewer/vendor/zstddec");

    @Test
    void zstdIsTheDecoderOfZstddec034() throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ZSTD.resolve("zstddec-stream.wasm")));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("793b767467d8effccc43e8198c854f587835493a748512fa4352837a96fd1060");
        assertThat(Files.readString(Path.of("../../docs/adr/0501-a-vendored-zstd.md")))
                .contains("zstddec 0.3.4", HexFormat.of().formatHex(digest));
    }

    @Test
    void itsLicenceIsBesideIt() throws Exception {
        assertThat(Files.readString(ZSTD.resolve("LICENSE.txt"))).contains("The MIT License", "For Zstandard software");
    }
}
