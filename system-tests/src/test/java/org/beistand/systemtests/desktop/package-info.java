/**
 * The customer's computer: a real X server with a window manager and a terminal, and the applet unpacked and started on
 * it as a customer would. Nothing here may talk to the applet except through its window.
 */
@NullMarked
package org.beistand.systemtests.desktop;

import org.jspecify.annotations.NullMarked;
