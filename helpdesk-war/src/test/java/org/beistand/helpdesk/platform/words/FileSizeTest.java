package org.beistand.helpdesk.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.beistand.helpdesk.platform.words.FileSize.Unit;
import org.junit.jupiter.api.Test;

class FileSizeTest {

    @Test
    void isSaidInTheLargestUnitOfWhichThereIsOne() {
        assertThat(FileSize.of(0)).isEqualTo(new FileSize(Unit.BYTES, 0L));
        assertThat(FileSize.of(1023)).isEqualTo(new FileSize(Unit.BYTES, 1023L));
        assertThat(FileSize.of(1024)).isEqualTo(new FileSize(Unit.KIB, 1L));
        assertThat(FileSize.of(1025)).isEqualTo(new FileSize(Unit.KIB, 2L));
        assertThat(FileSize.of(1 << 20)).isEqualTo(new FileSize(Unit.MIB, 1.0));
        assertThat(FileSize.of(3 << 19)).isEqualTo(new FileSize(Unit.MIB, 1.5));
    }

    @Test
    void everyUnitHasATextInBothLanguages() {
        for (var language : new Locale[] {Locale.ROOT, Locale.GERMAN}) {
            var texts = ResourceBundle.getBundle(FileSize.BUNDLE, language);
            assertThat(Arrays.stream(Unit.values()).map(unit -> new FileSize(unit, 1).textKey()))
                    .allMatch(texts::containsKey);
        }
    }
}
