/** What differs between operating systems, found out at run time. The only place from which native code is reached. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.platform;
