package org.beistand.helpdesk.ticket.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bericht März.pdf | Bericht März.pdf",
                "../../etc/passwd | passwd",
                "..\\..\\Windows\\win.ini | win.ini",
                "C:\\Users\\anna\\foto.jpg | foto.jpg",
                ".htaccess | htaccess",
                "... | attachment",
                "/ | attachment",
                "'' | attachment",
                "CON | _CON",
                "nul.txt | _nul.txt",
                "a:b*c?.txt | a_b_c_.txt",
                "<script>alert(1)</script>.png | script_.png",
                "trailing. . | trailing",
            })
    void makesANameSafe(String claimed, String expected) {
        assertThat(AttachmentName.of(claimed).value()).isEqualTo(expected);
    }

    @Test
    void removesWhatCannotBeSeen() {
        assertThat(AttachmentName.of("photo\u202Egnp.exe").value()).isEqualTo("photognp.exe");
        assertThat(AttachmentName.of("a\r\nSet-Cookie: b=c\0.txt").value()).isEqualTo("aSet-Cookie_ b=c.txt");
        assertThat(AttachmentName.of("\uD800x.txt").value()).isEqualTo("x.txt");
    }

    @Test
    void keepsTheEndingOfALongName() {
        var name = AttachmentName.of("x".repeat(5_000) + ".tar.gz").value();

        assertThat(name).hasSize(AttachmentName.LONGEST).endsWith("x.gz");
    }

    @Test
    void isStableOnceMade() {
        var once = AttachmentName.of("..//weird:\u0007name?.pdf");

        assertThat(AttachmentName.of(once.value())).isEqualTo(once);
    }
}
