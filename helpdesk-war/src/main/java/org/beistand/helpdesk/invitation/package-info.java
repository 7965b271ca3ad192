/** Customers invited into sessions by e-mail or SMS. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.invitation;

import org.jspecify.annotations.NullMarked;
