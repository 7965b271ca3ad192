/** Customers invited into sessions by e-mail or SMS. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.invitation.control;

import org.jspecify.annotations.NullMarked;
