/** What the helpdesk must hear of (chat, decisions, end), kept until it has answered. Nothing here may delay the stop of picture and input. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.journal;
