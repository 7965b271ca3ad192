/**
 * Coding films as VP8 with the library libvpx, where the kit brings it or this machine has it. Nothing here knows when
 * that is done, or for whom.
 */
@NullMarked
package org.beistand.applet.platform.video;

import org.jspecify.annotations.NullMarked;
