/** From pictures to the wire: what changed, as rectangles, for each technician at the pace of their viewer. Knows no operating system and no network. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.encode;
