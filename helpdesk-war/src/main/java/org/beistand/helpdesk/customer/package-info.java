/** The people who ask for help. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.customer;

import org.jspecify.annotations.NullMarked;
