package org.beistand.integration;

/** How a delivery went: the dispatcher decides by this whether to try again. */
public sealed interface Outcome {

    record Delivered() implements Outcome {}

    /** Worth another attempt later. */
    record Temporary(String reason) implements Outcome {}

    /** No attempt will ever succeed; somebody has to look. */
    record Permanent(String reason) implements Outcome {}
}
