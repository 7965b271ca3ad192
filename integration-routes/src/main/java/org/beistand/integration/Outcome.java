package org.beistand.integration;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How a delivery went: the dispatcher decides by this whether to try again. */
public sealed interface Outcome {

    /** The effect is there, once. @param record what it is called over there, if the destination keeps records */
    record Delivered(Optional<ForeignRecord> record) implements Outcome {
        public Delivered() {
            this(Optional.empty());
        }
    }

    /**
     * Worth another attempt later; whether this one had an effect may be unknown.
     *
     * @param notBefore how long to leave it alone at least, as the destination asked or as an unclear outcome needs
     * @param everybody whether the destination as a whole is in trouble, so that other letters need not try either
     */
    record Temporary(String reason, Duration notBefore, boolean everybody) implements Outcome {
        public Temporary(String reason) {
            this(reason, Duration.ZERO, false);
        }
    }

    /** No attempt will ever succeed; somebody has to look. */
    record Permanent(String reason) implements Outcome {}

    /** What stands in the way; empty when it was delivered. */
    default String trouble() {
        return switch (this) {
            case Delivered delivered -> "";
            case Temporary temporary -> temporary.reason();
            case Permanent permanent -> permanent.reason();
        };
    }

    /**
     * A record of another system.
     *
     * @param id its key, to be kept
     * @param number what people call it
     * @param written what was just written, by column, as that system has it now; empty where it does not say
     */
    record ForeignRecord(String id, String number, Map<String, String> written) {
        public ForeignRecord(String id, String number) {
            this(id, number, Map.of());
        }

        public ForeignRecord {
            written = Map.copyOf(written);
        }
    }
}
