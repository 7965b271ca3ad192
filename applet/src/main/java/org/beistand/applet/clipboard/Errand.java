package org.beistand.applet.clipboard;

/**
 * One thing that a technician's page wants of the clipboard: to bring something, or to have something.
 *
 * @param technician the grant's subject, so that reconnections do not matter
 * @param stream the page's, for as long as it lives
 * @param number 1, 2, 3 ... in the stream
 */
public record Errand(String technician, long stream, long number) {}
