/** X11 for real: pictures compared with another program's, characters read back from a terminal. Pure parts by table. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.platform.x11;
