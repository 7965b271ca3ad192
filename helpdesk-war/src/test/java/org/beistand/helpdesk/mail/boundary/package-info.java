/** A company's e-mail over real mail servers and both databases. */
@NullMarked
package org.beistand.helpdesk.mail.boundary;

import org.jspecify.annotations.NullMarked;
