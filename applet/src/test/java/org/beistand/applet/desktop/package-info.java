/** A real X server with real programs, for tests. Everything started here is stopped here. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.desktop;
