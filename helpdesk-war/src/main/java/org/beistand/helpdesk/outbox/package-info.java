/** What happened, kept for other systems. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.outbox;

import org.jspecify.annotations.NullMarked;
