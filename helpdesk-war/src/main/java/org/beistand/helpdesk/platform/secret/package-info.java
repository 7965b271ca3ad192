/** Secrets that must be read again one day. What only needs to be compared is hashed elsewhere and never comes here. */
@NullMarked
package org.beistand.helpdesk.platform.secret;

import org.jspecify.annotations.NullMarked;
