/** Tests of what technicians are told of the pointer, without a window system. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.cursor;
