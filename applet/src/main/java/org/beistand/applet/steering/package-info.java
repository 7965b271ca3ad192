/** Who of several technicians has mouse and keyboard, and who leads the session. Knows neither wire nor window, and nothing of consent. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.steering;
