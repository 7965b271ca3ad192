package org.beistand.engine.relay.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** One thread for all ends: what is due is done, what has arrived is read. */
final class LoadLoop implements AutoCloseable {

    private static final int SCRATCH_BYTES = 1 << 20;

    private record Due(long atNanos, Runnable work) {}

    private final Selector selector;
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(Comparator.comparingLong(Due::atNanos));
    private Runnable everyTurn = () -> {};

    LoadLoop() throws IOException {
        selector = Selector.open();
    }

    Selector selector() {
        return selector;
    }

    /** Does this once, so much later. */
    void after(long nanos, Runnable work) {
        agenda.add(new Due(System.nanoTime() + nanos, work));
    }

    /** Nothing is due any more; this is done in every turn instead. */
    void only(Runnable work) {
        agenda.clear();
        everyTurn = work;
    }

    void run(Duration time) throws IOException {
        runUntil(() -> false, time);
    }

    /** @return whether it came true in time */
    boolean runUntil(BooleanSupplier condition, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            turn(end);
            if (condition.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    private void turn(long end) throws IOException {
        everyTurn.run();
        long now = System.nanoTime();
        while (!agenda.isEmpty() && agenda.peek().atNanos() <= now) {
            agenda.remove().work().run();
        }
        long next = agenda.isEmpty() ? end : Math.min(end, agenda.peek().atNanos());
        long pause = Math.clamp((next - System.nanoTime()) / 1_000_000, 0, 10);
        if (pause == 0) {
            selector.selectNow();
        } else {
            selector.select(pause);
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.attachment() instanceof LoadEnd connection) {
                connection.ready(scratch);
            }
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
