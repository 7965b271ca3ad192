/**
 * Coding photographs with loss, quickly where this machine has a library for it and by Java's own means everywhere.
 * Nothing here knows when that is done, or for whom.
 */
@NullMarked
package org.beistand.applet.platform.photo;

import org.jspecify.annotations.NullMarked;
