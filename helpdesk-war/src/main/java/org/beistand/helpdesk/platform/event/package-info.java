/** What a domain event is. Who listens is not decided here. */
@NullMarked
package org.beistand.helpdesk.platform.event;

import org.jspecify.annotations.NullMarked;
