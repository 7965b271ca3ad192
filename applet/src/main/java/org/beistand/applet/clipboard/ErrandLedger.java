package org.beistand.applet.clipboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far each page's errands have been dealt with and what became of the last one, so that an errand which comes again
 * after a broken connection is done once. Used by one thread.
 *
 * @param <O> what may become of an errand
 */
public final class ErrandLedger<O> {

    /** Pages of a few technicians, each reloaded a few times; the one unused for longest is forgotten. */
    private static final int MOST_STREAMS = 64;

    private record Stream(String technician, long id) {}

    private record Last<O>(long number, Optional<O> outcome) {}

    private final Map<Stream, Last<O>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Stream, Last<O>> eldest) {
            return size() > MOST_STREAMS;
        }
    };

    /** What to do about an errand. */
    public sealed interface Judgement<O> {

        /** Never heard of before: whatever was unfinished in its stream is given up. */
        record Fresh<O>() implements Judgement<O> {}

        /** Known and not finished. */
        record Again<O>() implements Judgement<O> {}

        /** Finished before: its page did not hear of it. */
        record Finished<O>(O outcome) implements Judgement<O> {}

        /** Older than what its page has asked for since, or impossible. */
        record Void<O>() implements Judgement<O> {}
    }

    /** An errand arrives; from now on it is the last one of its stream. */
    public Judgement<O> judge(Errand errand) {
        Stream stream = new Stream(errand.technician(), errand.stream());
        Last<O> last = pages.getOrDefault(stream, new Last<>(0, Optional.empty()));
        if (errand.number() < 1 || errand.number() < last.number()) {
            return new Judgement.Void<>();
        }
        if (errand.number() > last.number()) {
            pages.put(stream, new Last<>(errand.number(), Optional.empty()));
            return new Judgement.Fresh<>();
        }
        return last.outcome().<Judgement<O>>map(Judgement.Finished::new).orElseGet(Judgement.Again::new);
    }

    /** Whether this is the last errand of its stream, and unfinished. */
    public boolean isOpen(Errand errand) {
        Last<O> last = pages.get(new Stream(errand.technician(), errand.stream()));
        return last != null
                && last.number() == errand.number()
                && last.outcome().isEmpty();
    }

    /** It is done, or will never be. */
    public void finish(Errand errand, O outcome) {
        pages.put(new Stream(errand.technician(), errand.stream()), new Last<>(errand.number(), Optional.of(outcome)));
    }
}
