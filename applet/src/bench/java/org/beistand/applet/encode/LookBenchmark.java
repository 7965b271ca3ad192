package org.beistand.applet.encode;

import java.util.List;
import java.util.Optional;
import org.beistand.engine.protocol.picture.Move;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding what changed and what moved, when the window system did not say where: the whole screen is compared. */
@State(Scope.Thread)
public class LookBenchmark {

    @Param({"LETTER", "SCROLL", "DRAG", "SLIDE"})
    public RecordedScreen screen = RecordedScreen.LETTER;

    private int[][] turns = {};
    private ScreenCopy copy =
            new ScreenCopy(RecordedScreen.picture(new int[RecordedScreen.WIDTH * RecordedScreen.HEIGHT]));
    private ChangeMap changes = new ChangeMap(RecordedScreen.WIDTH, RecordedScreen.HEIGHT);
    private int turn;
    private long now;

    @Setup
    public void load() {
        turns = new int[][] {screen.before().pixels(), screen.pixels()};
        copy = new ScreenCopy(RecordedScreen.picture(turns[0]));
        changes = new ScreenCopy(RecordedScreen.picture(turns[0]))
                .update(RecordedScreen.picture(turns[1]), 0)
                .orElseThrow()
                .changes();
    }

    /** Change and motion, to and fro between the two screens. */
    @Benchmark
    public Optional<Look> look() {
        turn ^= 1;
        now += FilmFinder.REST + 1; // slower than any film
        return copy.update(RecordedScreen.picture(turns[turn]), now);
    }

    /** Motion alone, by a finder that has seen nothing before. */
    @Benchmark
    public List<Move> motion() {
        return new MotionFinder(turns[0], RecordedScreen.WIDTH, RecordedScreen.HEIGHT)
                .find(changes, new FreshRows(RecordedScreen.picture(turns[1])));
    }
}
