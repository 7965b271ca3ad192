package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.input.PointerButton;
import org.beistand.engine.wire.input.TypeText;
import org.beistand.engine.wire.keys.KeysRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the applet's window belongs to the customer: no stray key and no technician presses there. */
class AppletWindowIT {

    @TempDir
    Path folder;

    private CustomersDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void staysInTheChatWhenAQuestionComesWhileTheCustomerWrites() throws Exception {
        desk.startWithTechnician();
        desk.desktop.run("xdotool", "search", "--name", "Nordlicht IT - Beistand", "windowactivate", "--sync");
        desk.desktop.run("xdotool", "key", "space", "type", "Hello");
        desk.relay.ask("1", "view");
        desk.screenshotWhenAsked("asked-while-writing");
        desk.desktop.run("xdotool", "key", "space", "key", "space", "type", "there");
        desk.desktop.run("xdotool", "key", "Return");
        Desktop.await("the line", () -> !desk.relay.customerLines().isEmpty());
        assertThat(desk.relay.customerLines()).containsExactly("Hello  there");
        assertThat(desk.relay.decision("1")).isEmpty();
        assertThat(desk.relay.count(MessageType.END)).isZero();
        assertThat(desk.click("decline", "1").getDecision()).isEqualTo(Decision.DECISION_DECLINED);
    }

    @Test
    void takesNoPressAndNoKeyFromTheTechnician() throws Exception {
        desk.startWithTechnician();
        Path typed = desk.openTerminal();
        desk.relay.ask("1", "control");
        desk.click("allow", "1");
        int[] end = desk.centreOf("end");
        desk.desktop.run("xdotool", "search", "--name", "Nordlicht IT - Beistand", "windowactivate", "--sync");
        text("forged\n");
        press(end[0], end[1]);
        press(100, 100);
        text("landed\n");
        Desktop.await(
                "the terminal gets what follows", () -> Desktop.textOf(typed).endsWith("\n"));
        assertThat(Desktop.textOf(typed)).isEqualTo("landed\n");
        desk.desktop.run("xdotool", "search", "--name", "Nordlicht IT - Beistand", "windowactivate", "--sync");
        desk.desktop.run("xdotool", "type", "mine");
        desk.desktop.run("xdotool", "key", "Return");
        Desktop.await(
                "the customer's own line", () -> !desk.relay.customerLines().isEmpty());
        assertThat(desk.relay.customerLines()).containsExactly("mine");
        assertThat(desk.relay.count(MessageType.END)).isZero();
        desk.click(desk.centreOf("end"));
        Desktop.await("the customer ends it", () -> desk.relay.count(MessageType.END) > 0);
    }

    @Test
    void namesWhoJoinsAndSendsOneAwayForGood() throws Exception {
        desk.startWithTechnician();
        Path typed = desk.openTerminal();
        desk.relay.ask("1", "control");
        desk.click("allow", "1");
        String jonas = "0e8d5f3c-0000-4000-8000-00000000000a";
        desk.relay.colleagueJoins(9, jonas, "Jonas Weber");
        desk.relay.await(MessageType.KEY_COMMIT, frame -> frame.header().participant() == 9);
        desk.screenshot("two-technicians");
        Desktop.await("Jonas is sent away", () -> {
            try {
                desk.click(desk.centreOf("remove"));
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            return desk.relay.count(MessageType.KEYS_REFUSED) == 1;
        });
        desk.screenshot("one-technician");
        desk.relay.colleagueJoins(10, jonas, "Jonas Weber");
        Desktop.await("refused again", () -> desk.relay.count(MessageType.KEYS_REFUSED) == 2);
        assertThat(KeysRefused.parseFrom(desk.relay
                                .last(MessageType.KEYS_REFUSED)
                                .payload()
                                .duplicate())
                        .getStatus())
                .isEqualTo(Status.REMOVED_BY_CUSTOMER.code());
        Desktop.await(
                "the helpdesk knows",
                () -> desk.helpdesk.journal().stream()
                        .anyMatch(entry ->
                                entry.kind() == JournalEntry.Kind.TECHNICIAN_REMOVED && jonas.equals(entry.text())));
        press(100, 100);
        text("still here\n");
        Desktop.await("the other one goes on", () -> Desktop.textOf(typed).equals("still here\n"));
    }

    @Test
    void keepsItsShapeWithLongNamesInGerman() throws Exception {
        desk.helpdesk.speak("de");
        desk.name(
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG",
                "Prof. Dr. Maximiliane-Antoinette von Württemberg-Überlingen zu Großschönau",
                "Drucker im dritten Stock <b>druckt</b> seit dem Umzug nur noch leere Seiten und größere Umlaute äöüß");
        desk.startWithTechnician();
        desk.screenshot("german-together");
        desk.relay.ask("1", "view");
        desk.screenshotWhenAsked("german-view");
        desk.click("allow", "1");
        desk.relay.ask("2", "control");
        desk.screenshotWhenAsked("german-control");
        assertThat(desk.click("allow", "2").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        desk.screenshot("german-controlled");
        desk.relay.colleagueJoins(9, "0e8d5f3c-0000-4000-8000-00000000000a", "Jonas Weber");
        desk.relay.await(MessageType.KEY_COMMIT, frame -> frame.header().participant() == 9);
        desk.screenshot("german-two-technicians");
        desk.click(desk.centreOf("end"));
        Desktop.await("the connection is closed", () -> !desk.relay.isConnected());
        desk.screenshot("german-over");
    }

    private void press(int x, int y) {
        for (boolean pressed : new boolean[] {true, false}) {
            desk.relay.send(
                    MessageType.POINTER_BUTTON,
                    PointerButton.newBuilder()
                            .setX(x)
                            .setY(y)
                            .setButton(0)
                            .setPressed(pressed)
                            .build());
        }
    }

    private void text(String text) {
        desk.relay.send(
                MessageType.TYPE_TEXT, TypeText.newBuilder().setText(text).build());
    }
}
