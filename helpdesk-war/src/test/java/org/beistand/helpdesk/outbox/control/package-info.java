/** Tests that what happened is written down. */
@NullMarked
package org.beistand.helpdesk.outbox.control;

import org.jspecify.annotations.NullMarked;
