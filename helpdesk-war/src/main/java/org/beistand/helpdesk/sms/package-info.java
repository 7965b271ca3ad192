/** Invitations by text message. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.sms;

import org.jspecify.annotations.NullMarked;
