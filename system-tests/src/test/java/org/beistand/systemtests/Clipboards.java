package org.beistand.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;

/** The technician's clipboard and the customer's: copied into and read at either end, and the menu that joins them. */
final class Clipboards {
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final String COPY = """
            ({ text, html }) => {
              document.addEventListener('copy', (event) => {
                event.preventDefault();
                event.clipboardData.setData('text/plain', text);
                if (html) event.clipboardData.setData('text/html', html);
              }, { capture: true, once: true });
              document.execCommand('copy');
            }""";

    private static final String HELD = """
            async (type) => {
              try {
                const [item] = await navigator.clipboard.read();
                if (!item?.types.includes(type)) return '';
                const blob = await item.getType(type);
                if (type !== 'image/png') return await blob.text();
                const image = await createImageBitmap(blob);
                return `${image.width}x${image.height}`;
              } catch (cause) {
                if (cause.name === 'InvalidStateError') return ''; // it is just changing
                throw cause;
              }
            }""";

    private final SupportCase support;
    private final Workspace workspace;

    Clipboards(SupportCase support, Workspace workspace) {
        this.support = support;
        this.workspace = workspace;
        workspace.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    /** Asks for {@code clipboard_in} or {@code clipboard_out}, and the customer allows it. */
    void allow(AppletWindow applet, String direction) {
        use("ask-" + direction);
        applet.allow();
        workspace.awaitMark(direction.replace('_', '-'), "granted");
        workspace.page().keyboard().press("Escape"); // the menu stays open while one waits
    }

    /** One entry of the clipboard's menu. */
    void use(String action) {
        if (!workspace.action(action).isVisible()) {
            workspace.action("clipboard").click();
        }
        workspace.action(action).click();
    }

    /** The technician copies something of the page. */
    void copyHere(String text, String html) {
        workspace.page().evaluate(COPY, Map.of("text", text, "html", html));
    }

    /** What the technician's clipboard holds as that type; a picture's size. */
    String heldHere(String type) {
        return String.valueOf(workspace.page().evaluate(HELD, type));
    }

    /** Waits until the technician's clipboard holds exactly this. */
    void awaitHere(String type, String expected) {
        Await.until(
                "the technician's clipboard has it", SOON, () -> heldHere(type).equals(expected));
    }

    /** The customer copies something, as that type of X11's. */
    void copyThere(String type, String content) {
        try {
            var file = Files.writeString(support.home.resolve("copied"), content);
            support.desktop.launch("xclip", "-selection", "clipboard", "-t", type, "-i", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("it is copied", SOON, () -> heldThere(type).equals(content));
    }

    /** What a program of the customer's would paste. */
    String heldThere(String type) {
        return support.desktop.run("timeout", "20", "xclip", "-selection", "clipboard", "-o", "-t", type);
    }
}
