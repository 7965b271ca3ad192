/** How requests arrive. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.intake;

import org.jspecify.annotations.NullMarked;
