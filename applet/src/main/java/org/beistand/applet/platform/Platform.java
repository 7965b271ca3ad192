package org.beistand.applet.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.beistand.applet.capture.ScreenSource;
import org.beistand.applet.capture.ScreenSources;
import org.beistand.applet.clipboard.ClipboardBridge;
import org.beistand.applet.clipboard.ClipboardWatch;
import org.beistand.applet.cursor.CursorSource;
import org.beistand.applet.encode.LossyCoders;
import org.beistand.applet.input.InputSink;
import org.beistand.applet.platform.awt.AwtClipboard;
import org.beistand.applet.platform.awt.AwtRobot;
import org.beistand.applet.platform.photo.JpegPhotos;
import org.beistand.applet.platform.video.VpxVideos;
import org.beistand.applet.platform.x11.X11;

/**
 * What this machine offers.
 *
 * @param screens ways to get pictures
 * @param inputs ways to move the pointer and type
 * @param cursors ways to learn where the pointer is and what it looks like
 * @param clipboard the desktop's
 * @param copies ways to learn that somebody has copied something
 * @param downloads the customer's folder for what comes from elsewhere
 * @param lossy how photographs and films are coded
 */
public record Platform(
        ScreenSources screens,
        List<InputSink.Provider> inputs,
        List<CursorSource.Provider> cursors,
        ClipboardBridge clipboard,
        List<ClipboardWatch.Provider> copies,
        Path downloads,
        LossyCoders lossy) {

    /** @param environment of the process */
    public static Platform here(Map<String, String> environment) {
        X11 x11 = new X11(environment);
        List<ScreenSource.Provider> screens = List.of(x11.screen(), AwtRobot.screen(x11::isWayland));
        return new Platform(
                new ScreenSources(screens),
                List.of(x11.input(), AwtRobot.input()),
                List.of(x11.cursor(), AwtRobot.cursor()),
                new AwtClipboard(!name().startsWith("linux")),
                List.of(x11.clipboard(), AwtRobot.clipboard()),
                Downloads.folder(environment),
                new LossyCoders(new JpegPhotos(), new VpxVideos()));
    }

    /** For the helpdesk, e.g. "linux-x64". */
    public static String name() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.startsWith("win") ? "windows" : os.startsWith("mac") ? "macos" : "linux";
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return system + "-" + ("amd64".equals(arch) || "x86_64".equals(arch) ? "x64" : arch);
    }
}
