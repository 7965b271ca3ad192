package org.beistand.applet.platform.x11;

import java.io.IOException;
import java.util.Optional;
import org.beistand.applet.desktop.Desktop;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Having an X server of 1920x1080 write some rows of its screen into memory that both share: a line of text, or all. */
@State(Scope.Thread)
public class CaptureBenchmark {

    @Param({"17", "1080"})
    public int rows = 17;

    private @Nullable Desktop desktop;
    private Optional<X11Display> display = Optional.empty();
    private Optional<ShmPicture> picture = Optional.empty();

    @Setup
    public void open() throws IOException {
        desktop = Desktop.start(1920, 1080);
        display = X11Display.open(desktop.display());
        picture = ShmPicture.create(display.orElseThrow(), 1920, 1080, 24);
    }

    @TearDown
    public void close() throws Exception {
        picture.ifPresent(ShmPicture::close);
        display.ifPresent(X11Display::close);
        if (desktop != null) {
            desktop.close();
        }
    }

    @Benchmark
    public boolean grab() {
        return picture.orElseThrow().grab(0, rows);
    }
}
