/** Customers say how a session was. The answer itself lives in the ticket; here are the question, its door and its news. */
@NullMarked
package org.beistand.helpdesk.survey;

import org.jspecify.annotations.NullMarked;
