/** A company's e-mail: what goes out and what comes in. What people, programs and other rooms call. */
@NullMarked
package org.beistand.helpdesk.mail.boundary;

import org.jspecify.annotations.NullMarked;
