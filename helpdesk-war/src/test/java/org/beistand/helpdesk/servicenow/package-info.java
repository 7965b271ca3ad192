/** Tests of the whole way from an event to ServiceNow's double. */
@NullMarked
package org.beistand.helpdesk.servicenow;

import org.jspecify.annotations.NullMarked;
