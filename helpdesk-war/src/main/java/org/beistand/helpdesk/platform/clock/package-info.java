/** The only place that asks the machine for the time or for random bytes. Everybody else injects what is produced here. */
@NullMarked
package org.beistand.helpdesk.platform.clock;

import org.jspecify.annotations.NullMarked;
