package org.beistand.integration.mail;

/**
 * Words that a customer may read, as text and as HTML. There is no other body of a mail; the helpdesk makes one of a
 * public reply, of an invitation and of a test, and of nothing else.
 */
public record PublicWords(String text, String html) {}
