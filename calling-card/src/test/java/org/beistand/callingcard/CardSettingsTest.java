package org.beistand.callingcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardSettingsTest {

    @TempDir
    Path folder;

    @Test
    void leadsToTheCompanysOwnPortal() throws IOException {
        CardSettings settings = read("helpdesk=https://help.example.org\ncompany=nordlicht\n");
        assertThat(settings.portal()).isEqualTo(URI.create("https://help.example.org/c/nordlicht/"));
        assertThat(settings.brand()).isEqualTo("base");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "helpdesk=https://help.example.org\n",
                "helpdesk=https://help.example.org\ncompany=../admin\n",
                "helpdesk=http://help.example.org\ncompany=a\n",
                "helpdesk=file:///etc\ncompany=a\n",
                "helpdesk=%%\ncompany=a\n"
            })
    void isNotUsableOtherwise(String content) {
        assertThatExceptionOfType(CardNotUsable.class).isThrownBy(() -> read(content));
    }

    @Test
    void isNotUsableWithoutItsFile() {
        assertThatExceptionOfType(CardNotUsable.class).isThrownBy(() -> CardSettings.read(folder.resolve("none")));
    }

    private CardSettings read(String content) throws IOException {
        return CardSettings.read(Files.writeString(folder.resolve("card.properties"), content));
    }
}
