/**
 * What stands in for the other ends while the viewer is tested in a browser: real HTTP, real WebSockets and real frames.
 * Nothing here decides for a test; each test says what the relay, the applet and the helpdesk do.
 */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.viewer.doubles;
