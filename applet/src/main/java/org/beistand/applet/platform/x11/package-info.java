/** X11 by the foreign function interface: shared memory pictures, damage, XTEST and the keyboard's layout. Thin calls on one side, plain Java that understands their answers on the other. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.platform.x11;
