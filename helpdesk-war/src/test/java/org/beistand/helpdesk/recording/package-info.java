/** Recordings at the helpdesk's doors: relays that deliver, administrators who decide and look, everybody else. */
@NullMarked
package org.beistand.helpdesk.recording;

import org.jspecify.annotations.NullMarked;
