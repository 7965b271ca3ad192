/** The conversation of one session, kept here and handed to whoever joins. Its lines are never logged. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.chat;
