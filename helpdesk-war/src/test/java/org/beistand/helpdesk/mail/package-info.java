/** Tests of e-mail. */
@NullMarked
package org.beistand.helpdesk.mail;

import org.jspecify.annotations.NullMarked;
