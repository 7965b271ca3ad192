package org.beistand.applet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where desktops say that downloads go. */
class DownloadsTest {

    @TempDir
    Path home;

    private Path folder() {
        return Downloads.folder(Map.of("HOME", home.toString()));
    }

    private void desktopSays(String line) throws IOException {
        Path settings = Files.createDirectories(home.resolve(".config"));
        Files.writeString(settings.resolve("user-dirs.dirs"), "# written by the desktop\n" + line + "\n");
    }

    @Test
    void areWhereTheDesktopSays() throws IOException {
        assertThat(folder()).isEqualTo(home.resolve("Downloads"));
        desktopSays("XDG_DOWNLOAD_DIR=\"$HOME/Empfangenes\"");
        assertThat(folder()).isEqualTo(home.resolve("Empfangenes"));
        desktopSays("XDG_DOWNLOAD_DIR=\"/mnt/share/in\"");
        assertThat(folder()).isEqualTo(Path.of("/mnt/share/in"));
    }

    @Test
    void areTheUsualOnesWhereItSaysNothingOfUse() throws IOException {
        desktopSays("XDG_DOWNLOAD_DIR=\"$HOME/\"");
        assertThat(folder()).isEqualTo(home.resolve("Downloads"));
        desktopSays("XDG_DOWNLOAD_DIR=\"elsewhere\"");
        assertThat(folder()).isEqualTo(home.resolve("Downloads"));
        Files.write(home.resolve(".config/user-dirs.dirs"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(folder()).isEqualTo(home.resolve("Downloads"));
    }
}
