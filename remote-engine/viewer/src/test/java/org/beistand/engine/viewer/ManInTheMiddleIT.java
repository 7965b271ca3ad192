package org.beistand.engine.viewer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.SwappingRelay;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.control.Role;
import org.junit.jupiter.api.Test;

/**
 * A relay that wants to read along, between the real viewer and the applet's real half of the agreement. Replayed and
 * changed frames are {@link HostilePictureIT}'s.
 */
class ManInTheMiddleIT extends InChromium {

    private static final String SECRET = "Das Kennwort lautet Regenschirm 4711";

    private String words() {
        return page.locator("[data-part=words]").textContent();
    }

    @Test
    void whoSwapsKeysIsShownByTheWords() {
        Desktop desktop = workspace().welcomes(Desktop.participant(Desktop.APPLET, Role.ROLE_APPLET, Desktop.CUSTOMER));
        SwappingRelay.Between between = desktop.viewer().swapsKeys(Desktop.APPLET, new SwappingRelay());
        page.waitForSelector("[data-part=words]:not([hidden]):not(:empty)");
        assertThat(words())
                .isEqualTo("Security words: "
                        + String.join(" ", between.withViewer().words().in(Locale.GERMAN)));
        assertThat(words()).doesNotContain(between.customersWords());
    }

    @Test
    void whatPassesARelayHasNothingOfWhatWasSaid() {
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("situation", "here");
        page.locator(".beistand-panel textarea:not([readonly])").fill(SECRET);
        page.keyboard().press("Enter");
        ChatLine said = desktop.viewer().await(MessageType.CHAT_LINE, ChatLine.parser());
        assertThat(said.getText()).isEqualTo(SECRET);
        desktop.says("from-the-customer", SECRET + " ja");
        page.getByText(SECRET + " ja").waitFor();
        List<byte[]> passed = desktop.viewer().passed();
        assertThat(passed).hasSizeGreaterThan(8);
        String everything =
                passed.stream().map(bytes -> new String(bytes, ISO_8859_1)).collect(Collectors.joining());
        for (String word : SECRET.split(" ")) {
            if (word.length() > 3) {
                assertThat(everything)
                        .doesNotContain(
                                new String(word.getBytes(UTF_8), ISO_8859_1),
                                new String(word.getBytes(UTF_16BE), ISO_8859_1));
            }
        }
    }

    @Test
    void framesInAnotherOrderEndTheConnection() throws Exception {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        ByteBuffer first = line(desktop, 100);
        ByteBuffer second = line(desktop, 101);
        desktop.viewer().sendBytes(second);
        desktop.viewer().sendBytes(first);
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.PROTOCOL_ERROR.webSocket());
    }

    /** A frame that one sequence number was sealed for is not taken for another: nothing can be inserted. */
    @Test
    void aFrameUnderAnotherNumberEndsTheConnection() throws Exception {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        ByteBuffer line = line(desktop, 100);
        line.put(15, (byte) 101);
        desktop.viewer().sendBytes(line);
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.PROTOCOL_ERROR.webSocket());
    }

    @Test
    void aReplayIsRefusedAndTheSessionGoesOnWithFreshKeys() throws Exception {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        ByteBuffer line = line(desktop, 100);
        desktop.viewer().sendBytes(line.duplicate());
        desktop.viewer().sendBytes(line);
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.PROTOCOL_ERROR.webSocket());
        new Desktop(relay.next()).welcomesWithCustomer("view");
        shows("state", "joined");
        page.locator(".beistand-line").waitFor();
        assertThat(page.locator(".beistand-line").count()).isEqualTo(1);
    }

    private static ByteBuffer line(Desktop desktop, long sequence) {
        FrameHeader header = new FrameHeader(MessageType.CHAT_LINE, 0, Desktop.APPLET, 0, sequence, 1);
        byte[] content = Desktop.line("id-" + sequence, "Guten Tag", Desktop.CUSTOMER, true)
                .toByteArray();
        return desktop.viewer().bytes(header, ByteBuffer.wrap(content));
    }
}
