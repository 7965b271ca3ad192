/** Invitations by text message. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.sms.control;

import org.jspecify.annotations.NullMarked;
