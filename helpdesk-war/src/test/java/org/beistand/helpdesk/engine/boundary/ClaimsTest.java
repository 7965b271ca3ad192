package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.helpdesk.session.entity.MovedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final String HASH = "0f".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "'Bericht für [Anna] & \"Ben\" 100 %.pdf', 'Bericht für [Anna] & \"Ben\" 100 %.pdf'",
        "../../etc/passwd, passwd",
        "C:\\Users\\anna\\secret\\plan.doc, plan.doc",
        "/home/anna/, -",
        "'  x  ', x",
        "'   ', -",
        ".., ..",
        "<img src=x onerror=alert(1)>, <img src=x onerror=alert(1)>"
    })
    void aFileIsKnownByItsNameWithoutItsFolders(String claimed, String kept) {
        assertThat(file("file_read", claimed).name()).isEqualTo(kept);
    }

    @Test
    void aNameIsOneLineInOneDirection() {
        assertThat(file("file_read", "a\r\n10:42:07  Maria Lindner: all is well\u2028.txt")
                        .name())
                .isEqualTo("a10:42:07  Maria Lindner: all is well.txt");
        assertThat(file("file_read", "photo\u202Egpj.exe\u0000\u200F\uD800").name())
                .isEqualTo("photogpj.exe");
        assertThat(file("file_read", "\u202E\n").name()).isEqualTo("-");
        assertThat(Claims.name("Maria\n\u202ELindner", 200)).isEqualTo("MariaLindner");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(Claims.name("x".repeat(10_000), 200)).hasSize(200);
        assertThat(Claims.name("x".repeat(199) + "\uD83D\uDE00", 200)).hasSize(199);
        assertThat(Claims.text("x".repeat(3_999) + "\uD83D\uDE00", 4_000)).hasSize(3_999);
        assertThat(file("file_write", "n".repeat(255)).name()).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "view", "FILE_READ", "file_read ", "file_delete"})
    void aFileThatWentNoKnownWayIsNone(String permission) {
        assertThat(Claims.file(entry(permission, "x"))).isEmpty();
    }

    private static MovedFile file(String permission, String name) {
        return Claims.file(entry(permission, name)).orElseThrow();
    }

    private static JournalEntry entry(String permission, String name) {
        return JournalEntry.fileMoved(
                UUID.randomUUID(), 1, Instant.EPOCH, "Maria", permission, new JournalEntry.MovedFile(name, 5, HASH));
    }
}
