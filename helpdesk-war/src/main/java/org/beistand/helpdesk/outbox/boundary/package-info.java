/** Where what happened goes out, and where people see what did not get through. Destinations themselves live in rooms of their own. */
@NullMarked
package org.beistand.helpdesk.outbox.boundary;

import org.jspecify.annotations.NullMarked;
