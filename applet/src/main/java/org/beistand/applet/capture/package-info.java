/** The customer's screen as pixels: what a source of pictures must do, and the only gate to it, guarded by consent. No native call and no encoding here. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.capture;
