package org.beistand.integration.servicenow;

/** Text that the caller reads, and is sent by e-mail. Only what was public before may become one. */
public record Comment(String text) {}
