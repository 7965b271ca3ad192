/** What happened, kept for other systems. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.outbox.control;

import org.jspecify.annotations.NullMarked;
