/** Data source, migrations and their failures in one line. No entity and no query lives here. */
@NullMarked
package org.beistand.helpdesk.platform.persistence;

import org.jspecify.annotations.NullMarked;
