package org.beistand.engine.protocol.picture;

/**
 * What is known of a way to code tiles: data to choose by, and to print. Measured in docs/benchmarks/picture.md.
 *
 * @param name for logs
 * @param exact whether every pixel comes back as it was
 * @param millisPerMegapixel processor time, of the kind of content it is for
 */
public record CoderFacts(String name, boolean exact, double millisPerMegapixel) {}
