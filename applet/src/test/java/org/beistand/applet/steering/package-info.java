/** Tests of who steers. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.steering;
