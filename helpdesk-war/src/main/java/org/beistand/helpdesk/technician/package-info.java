/** The people of a service desk. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.technician;

import org.jspecify.annotations.NullMarked;
