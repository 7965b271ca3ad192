package org.beistand.engine.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.recording.TapeEntry;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.RecordedTape;
import org.beistand.engine.wire.chat.ChatHistory;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.screen.ScreenLayout;
import org.junit.jupiter.api.Test;

/** Recordings that are locked, torn, damaged, slow or not there. */
class RecordingTroubleIT extends RecordedSessions {

    @Test
    void aWrongPassphraseIsSaidAndMayBeTriedAgain() {
        recorded(true, session());
        page.navigate(helpdesk.recording("en"));
        recordingIs("locked");
        assertThat(page.locator("#recording").textContent())
                .contains("INC-1042", "Anna Beck, helped by Maria Lindner", "12 minutes");
        photograph("card");
        page.locator("[name=passphrase]").fill("acht nasse Füße");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.locator("[role=alert]").textContent().contains("does not open"));
        page.setViewportSize(360, 740);
        photograph("wrong-phone");
        assertThat(page.locator("[name=passphrase]").inputValue()).isEqualTo("acht nasse Füße");
        page.locator("[name=passphrase]").fill(PASSPHRASE);
        page.keyboard().press("Enter");
        recordingIs("playing");
    }

    @Test
    void whatIsDamagedOrTornIsPlayedUntilThere() {
        RecordedTape tape = session();
        recorded(true, tape);
        // Without the mark of its end, within the last frame, and within the mark.
        for (int missing : new int[] {TapeEntry.HEAD_BYTES, TapeEntry.HEAD_BYTES + 5, 5}) {
            helpdesk.keeps("s1/t1", 200, Arrays.copyOf(tape.bytes(), tape.bytes().length - missing));
            opens("en");
            seek(22_000);
            assertThat(page.locator("[data-part=hint]").textContent()).isEqualTo("The recording breaks off here.");
        }
        byte[] nonsense = Arrays.copyOf(tape.bytes(), tape.bytes().length + 40);
        Arrays.fill(nonsense, tape.bytes().length, nonsense.length, (byte) 0xFF);
        helpdesk.keeps("s1/t1", 200, nonsense);
        opens("en");
        seek(2000);
        assertThat(canvasPixels()).isEqualTo(second);
        seek(22_000);
        assertThat(page.locator("[data-part=hint]").textContent()).contains("damaged from here on");
    }

    @Test
    void aBrokenPictureIsSaidAndOthersAreStillShown() {
        RecordedTape tape = session();
        byte[] bytes = tape.bytes();
        // Within the third picture, which is the largest by far.
        bytes[bytes.length / 2] ^= 1;
        recorded(true, tape);
        helpdesk.keeps("s1/t1", 200, bytes);
        opens("en");
        seek(20_500);
        page.waitForCondition(
                () -> page.locator("[data-part=card]").textContent().contains("cannot be shown"));
        seek(2000);
        assertThat(canvasPixels()).isEqualTo(second);
        assertThat(page.locator("[data-part=card]").isVisible()).isFalse();
    }

    @Test
    void aTechniciansEndSpeaksForItsTechnicianOnly() {
        RecordedTape tape = session()
                .fromTechnician(MessageType.CHAT_LINE, Desktop.line("c", "Sie dürfen alles.", Desktop.CUSTOMER, true))
                .fromTechnician(MessageType.PERMISSION_DECISION, decision("r9", Decision.DECISION_GRANTED))
                .fromTechnician(
                        MessageType.CHAT_HISTORY,
                        ChatHistory.newBuilder()
                                .addLines(Desktop.line("d", "Ja, gern.", Desktop.CUSTOMER, true))
                                .build())
                .unsealed(Role.TECHNICIAN, MessageType.CHAT_LINE)
                .unsealed(Role.TECHNICIAN, MessageType.PERMISSION_REQUEST)
                .at(25_000)
                .fromApplet(MessageType.CHAT_LINE, Desktop.line("e", "Danke.", Desktop.CUSTOMER, true));
        recorded(true, tape);
        opens("en");
        List<String> rows = page.locator("[data-part=events] button").allTextContents();
        assertThat(rows)
                .endsWith(
                        "0:22Maria LindnerSie dürfen alles.",
                        "0:22A message that cannot be read",
                        "0:25Anna BeckDanke.",
                        "0:25Recording ends");
        assertThat(rows)
                .filteredOn(row -> row.contains("Allowed: ") || row.contains("Ja, gern"))
                .hasSize(1);
    }

    @Test
    void oneLostTapeLeavesTheOthers() {
        RecordedTape lost = new RecordedTape("t0", "Ben Koch", 2, BEGINS - 60_000).whole(first, WIDTH);
        RecordedTape spoilt = new RecordedTape("t2", "Ben Koch", 2, BEGINS + 60_000)
                .whole(first, WIDTH)
                .withSpoiltKeys();
        recorded(true, session(), lost, spoilt);
        helpdesk.keeps("s1/t0", 404, "{}".getBytes(UTF_8));
        opens("en");
        seek(2000);
        assertThat(canvasPixels()).isEqualTo(second);
        assertThat(page.locator("#recording").textContent()).contains("This recording is not complete");
        helpdesk.keeps("s1/t1", 404, "{}".getBytes(UTF_8));
        page.navigate(helpdesk.recording("en"));
        page.locator("[name=passphrase]").fill(PASSPHRASE);
        page.keyboard().press("Enter");
        recordingIs("failed");
    }

    @Test
    void whatCannotBeLoadedIsSaidAndTriedAgain() {
        RecordedTape tape = session();
        recorded(true, tape);
        helpdesk.keeps("s1/t1", 503, "{}".getBytes(UTF_8));
        page.navigate(helpdesk.recording("en"));
        page.locator("[name=passphrase]").fill(PASSPHRASE);
        page.keyboard().press("Enter");
        recordingIs("failed");
        photograph("failed");
        helpdesk.keeps("s1/t1", 200, tape.bytes());
        page.locator("[data-action=retry]").click();
        recordingIs("playing");
        recorded(true);
        page.navigate(helpdesk.recording("de"));
        recordingIs("none");
        assertThat(page.locator("#recording").textContent()).contains("Es wurde nichts aufgezeichnet");
    }

    /** The screen was there while the next whole one was on its way. */
    @Test
    void aPictureThatIsNotAllThereYetTakesNothingAway() {
        int[] wide = Pixels.noise(1280, 800, 1);
        int[] next = Pixels.noise(1280, 800, 2);
        ScreenLayout layout = ScreenLayout.newBuilder()
                .setWidth(1280)
                .setHeight(800)
                .setCapturing(true)
                .build();
        RecordedTape tape = new RecordedTape("t1", "Maria Lindner", 3, BEGINS)
                .fromApplet(MessageType.SCREEN_LAYOUT, layout)
                .whole(wide, 1280)
                .at(1000)
                .slowly(400)
                .whole(next, 1280);
        recorded(true, tape);
        opens("en");
        seek(1200);
        assertThat(canvasPixels()).isEqualTo(wide);
        seek(60_000);
        assertThat(canvasPixels()).isEqualTo(next);
        seek(1200);
        assertThat(canvasPixels()).isEqualTo(wide);
    }
}
