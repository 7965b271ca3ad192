/** The small window the customer sees, in German and English. It shows state and reports clicks; it decides nothing. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.window;
