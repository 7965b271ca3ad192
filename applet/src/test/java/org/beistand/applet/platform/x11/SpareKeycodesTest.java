package org.beistand.applet.platform.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SpareKeycodesTest {

    private final List<String> lent = new ArrayList<>();
    private long now;
    private final SpareKeycodes keycodes =
            new SpareKeycodes((keycode, keysym) -> lent.add(keycode + "=" + keysym), () -> now, nanos -> now += nanos);

    @Test
    void lendsEachCharacterAKeyOfItsOwnAndKeepsIt() {
        assertThat(keycodes.keycode(100, List.of(8, 9))).hasValue(8);
        assertThat(keycodes.keycode(101, List.of(9))).hasValue(9);
        assertThat(keycodes.keycode(100, List.of())).hasValue(8);
        assertThat(lent).containsExactly("8=100", "9=101");
    }

    @Test
    void takesTheLongestUnusedAndLetsItRestFirst() {
        keycodes.keycode(100, List.of(8, 9));
        keycodes.keycode(101, List.of(9));
        keycodes.keycode(100, List.of());
        assertThat(keycodes.keycode(102, List.of())).hasValue(9);
        assertThat(now).isEqualTo(SpareKeycodes.REST.toNanos());
    }

    @Test
    void doesNotWaitForAKeyThatHasRested() {
        keycodes.keycode(100, List.of(8));
        now = SpareKeycodes.REST.toNanos() * 2;
        keycodes.keycode(101, List.of());
        assertThat(now).isEqualTo(SpareKeycodes.REST.toNanos() * 2);
    }

    @Test
    void hasNothingToLendWithoutSpareKeys() {
        assertThat(keycodes.keycode(100, List.of())).isEqualTo(OptionalInt.empty());
    }

    @Test
    void forgetsWhatSomebodyElseHasOverwrittenAndGivesTheRestBack() {
        keycodes.keycode(100, List.of(8));
        keycodes.keycode(101, List.of(9));
        keycodes.forgetOverwritten(keycode -> keycode == 8 ? 100 : 55);
        assertThat(keycodes.borrowed()).containsExactly(8);
        keycodes.giveBack();
        assertThat(lent).endsWith("8=0");
        assertThat(keycodes.borrowed()).isEmpty();
    }
}
