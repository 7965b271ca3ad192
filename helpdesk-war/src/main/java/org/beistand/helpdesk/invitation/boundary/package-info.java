/** Customers invited into sessions by e-mail or SMS. What people, programs and other rooms call. */
@NullMarked
package org.beistand.helpdesk.invitation.boundary;

import org.jspecify.annotations.NullMarked;
