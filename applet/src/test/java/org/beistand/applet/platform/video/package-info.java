/** Both coders for photographs, on this machine. What they make is judged by Java's own decoder. */
@NullMarked
package org.beistand.applet.platform.video;

import org.jspecify.annotations.NullMarked;
