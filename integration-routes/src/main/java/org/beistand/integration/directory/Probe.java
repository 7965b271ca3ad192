package org.beistand.integration.directory;

import java.util.Optional;

/**
 * What a test of one server found.
 *
 * @param fault empty when everything an import needs can be read
 * @param people how many people the filter finds below the base, as far as was counted
 */
public record Probe(String server, Optional<Fault> fault, int people) {}
