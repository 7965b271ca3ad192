package org.beistand.applet.steering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelmTest {

    private static final String MARIA = "maria";
    private static final String JONAS = "jonas";
    private static final String CLAUDIA = "claudia";

    private int passed;
    private final Helm helm = new Helm(new Helm.Listener() {
        @Override
        public void passed() {
            passed++;
        }

        @Override
        public void changed() {}
    });

    @Test
    void theFirstWhoMayControlSteers() {
        helm.joined(CLAUDIA, false, false);
        assertThat(helm.steering()).isEmpty();
        helm.joined(MARIA, true, true);
        helm.joined(JONAS, true, false);
        assertThat(helm.steering()).contains(MARIA);
        assertThat(helm.isWith(JONAS)).isFalse();
    }

    @Test
    void isPassedToWhoAskedAndBack() {
        together();
        helm.ask(JONAS);
        helm.ask(JONAS);
        assertThat(helm.asking()).containsExactly(JONAS);
        helm.pass(MARIA, JONAS);
        assertThat(helm.isWith(JONAS)).isTrue();
        assertThat(helm.isWith(MARIA)).isFalse();
        assertThat(helm.asking()).isEmpty();
        helm.pass(JONAS, MARIA);
        assertThat(helm.steering()).contains(MARIA);
        assertThat(passed).isEqualTo(3);
    }

    @Test
    void isNotPassedByWhoDoesNotHaveItNorToWhoMayNotControl() {
        together();
        helm.joined(CLAUDIA, false, false);
        helm.pass(JONAS, JONAS);
        helm.pass(MARIA, CLAUDIA);
        helm.pass(MARIA, "nobody");
        helm.refuse(JONAS, MARIA);
        helm.take(JONAS);
        helm.ask(CLAUDIA);
        helm.ask("nobody");
        helm.letGo(JONAS);
        helm.granted("nobody");
        assertThat(helm.steering()).contains(MARIA);
        assertThat(helm.asking()).isEmpty();
    }

    @Test
    void aRefusedWishIsGone() {
        together();
        helm.ask(JONAS);
        helm.refuse(MARIA, JONAS);
        assertThat(helm.asking()).isEmpty();
        assertThat(helm.steering()).contains(MARIA);
    }

    @Test
    void whoLeadsTakesAndWhoIsHandedTheLeadToo() {
        together();
        helm.pass(MARIA, JONAS);
        helm.take(MARIA);
        assertThat(helm.steering()).contains(MARIA);
        helm.lead(JONAS, JONAS);
        assertThat(helm.leading()).contains(MARIA);
        helm.lead(MARIA, JONAS);
        helm.take(JONAS);
        assertThat(helm.steering()).contains(JONAS);
        helm.take(MARIA);
        assertThat(helm.steering()).contains(JONAS);
    }

    @Test
    void whoComesBackWithoutTheLeadHasLostIt() {
        together();
        helm.joined(MARIA, true, false);
        assertThat(helm.leading()).isEmpty();
        helm.joined(JONAS, true, true);
        assertThat(helm.leading()).contains(JONAS);
    }

    @Test
    void givenUpItGoesToTheFirstWhoAsksElseToNobody() {
        together();
        helm.joined(CLAUDIA, true, false);
        helm.ask(CLAUDIA);
        helm.ask(JONAS);
        helm.letGo(MARIA);
        assertThat(helm.steering()).contains(CLAUDIA);
        helm.letGo(JONAS);
        helm.letGo(CLAUDIA);
        assertThat(helm.steering()).isEmpty();
        helm.ask(JONAS);
        assertThat(helm.steering()).contains(JONAS);
    }

    @Test
    void waitsForWhoLostTheConnectionUntilSomebodyAsks() {
        together();
        helm.left(MARIA);
        assertThat(helm.steering()).contains(MARIA);
        helm.joined(MARIA, true, true);
        helm.left(MARIA);
        helm.ask(JONAS);
        assertThat(helm.steering()).contains(JONAS);
        helm.joined(MARIA, true, true);
        helm.ask(MARIA);
        helm.left(JONAS);
        assertThat(helm.steering()).contains(MARIA);
    }

    @Test
    void theCustomersYesMakesTheAskerSteer() {
        together();
        helm.granted(JONAS);
        assertThat(helm.steering()).contains(JONAS);
    }

    @Test
    void whoIsSentAwayHasNothingAnyMore() {
        together();
        helm.removed(MARIA);
        assertThat(helm.steering()).isEmpty();
        assertThat(helm.leading()).isEmpty();
        helm.granted(MARIA);
        helm.ask(MARIA);
        assertThat(helm.steering()).isEmpty();
    }

    @Test
    void remembersOnlySoManyPeople() {
        for (int number = 0; number < 10_000; number++) {
            helm.joined("t" + number, true, false);
        }
        helm.ask("t9999");
        assertThat(helm.asking()).isEmpty();
    }

    private void together() {
        helm.joined(MARIA, true, true);
        helm.joined(JONAS, true, false);
    }
}
