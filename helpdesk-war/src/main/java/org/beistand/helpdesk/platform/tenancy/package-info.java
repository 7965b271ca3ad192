/** Whose data this thread may touch. No business rule lives here, and nothing here opens a transaction. */
@NullMarked
package org.beistand.helpdesk.platform.tenancy;

import org.jspecify.annotations.NullMarked;
