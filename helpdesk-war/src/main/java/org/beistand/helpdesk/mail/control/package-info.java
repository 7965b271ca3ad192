/** A company's e-mail: what goes out and what comes in. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.mail.control;

import org.jspecify.annotations.NullMarked;
