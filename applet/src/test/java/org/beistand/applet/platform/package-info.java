/** Tests of what the machine offers. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.platform;
