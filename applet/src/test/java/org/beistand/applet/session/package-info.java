/** The start of a session against every kind of manifest, and who is there while it lasts. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.session;
