/** A company's e-mail: what goes out and what comes in. Nothing of other rooms lives here. */
@NullMarked
package org.beistand.helpdesk.mail;

import org.jspecify.annotations.NullMarked;
