/** Invitations by text message. What people, programs and other rooms call. */
@NullMarked
package org.beistand.helpdesk.sms.boundary;

import org.jspecify.annotations.NullMarked;
