/** Who changed what, and who logged in. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.audit;

import org.jspecify.annotations.NullMarked;
