/** ServiceNow's doors of the built WAR, with its double on the other side. */
@NullMarked
package org.beistand.helpdesk.servicenow.boundary;

import org.jspecify.annotations.NullMarked;
