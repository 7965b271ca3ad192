package org.beistand.integration.servicenow;

/** Text for the technicians over there: internal. There is no way from here to a {@link Comment}. */
public record WorkNote(String text) {}
