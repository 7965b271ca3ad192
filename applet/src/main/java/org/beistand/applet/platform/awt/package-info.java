/** The fallback where nothing better is there: java.awt.Robot. Slower, and keyboard layouts are beyond it. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.platform.awt;
