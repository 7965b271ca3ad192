/** Builds the archives in which the applet is handed out. Runs on the server's side at build time and is not shipped. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.kit;
