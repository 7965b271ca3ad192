package org.beistand.engine.relay.meter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Status;

/** The relay's counters, and their page in the Prometheus text format. Safe for use by many threads. */
public final class Meters {

    private final Map<Channel, LongAdder> frames = adders(Channel.class);
    private final Map<Channel, LongAdder> dropped = adders(Channel.class);
    private final Map<Status, LongAdder> closed = adders(Status.class);
    private final LongAdder bytes = new LongAdder();
    private final LongAdder eventsLost = new LongAdder();

    /** Values that others keep, asked for when the page is made. */
    public record Gauges(LongSupplier sessions, LongSupplier connections, LongSupplier queuedBytes, Spool spool) {}

    /** What waits on the disk for the helpdesk. */
    public record Spool(LongSupplier events, LongSupplier tapeBytes) {

        /** Nothing ever. */
        public static final Spool NONE = new Spool(() -> 0, () -> 0);
    }

    /** A frame went on to somebody; counted once, however many got it. */
    public void forwarded(Channel channel, int frameBytes) {
        adder(frames, channel).increment();
        bytes.add(frameBytes);
    }

    /** A frame was dropped because the technician's grant does not carry its channel. */
    public void dropped(Channel channel) {
        adder(dropped, channel).increment();
    }

    /** The relay closed a connection, or turned one away, for this reason. */
    public void closed(Status status) {
        adder(closed, status).increment();
    }

    /** An event was lost because the spool was full. */
    public void eventLost() {
        eventsLost.increment();
    }

    /** Bytes that went on since the start. */
    public long bytesForwarded() {
        return bytes.sum();
    }

    /** The page. */
    public String page(Gauges gauges) {
        StringBuilder page = new StringBuilder(2_048);
        single(page, "sessions", "gauge", gauges.sessions().getAsLong());
        single(page, "connections", "gauge", gauges.connections().getAsLong());
        single(page, "queued_bytes", "gauge", gauges.queuedBytes().getAsLong());
        single(page, "spooled_events", "gauge", gauges.spool().events().getAsLong());
        single(page, "spooled_tape_bytes", "gauge", gauges.spool().tapeBytes().getAsLong());
        single(page, "forwarded_bytes_total", "counter", bytes.sum());
        single(page, "lost_events_total", "counter", eventsLost.sum());
        labelled(page, "forwarded_frames_total", "channel", frames);
        labelled(page, "dropped_frames_total", "channel", dropped);
        labelled(page, "closed_connections_total", "status", closed);
        return page.toString();
    }

    private static void single(StringBuilder page, String name, String type, long value) {
        page.append("# TYPE beistand_relay_")
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
        page.append("beistand_relay_").append(name).append(' ').append(value).append('\n');
    }

    private static <K extends Enum<K>> void labelled(
            StringBuilder page, String name, String label, Map<K, LongAdder> values) {
        page.append("# TYPE beistand_relay_").append(name).append(" counter\n");
        values.forEach((key, adder) -> page.append("beistand_relay_")
                .append(name)
                .append('{')
                .append(label)
                .append("=\"")
                .append(key.name())
                .append("\"} ")
                .append(adder.sum())
                .append('\n'));
    }

    private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
        Map<K, LongAdder> adders = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    private static <K extends Enum<K>> LongAdder adder(Map<K, LongAdder> adders, K key) {
        return adders.computeIfAbsent(key, unused -> new LongAdder());
    }
}
