/** Letters to and from ServiceNow, over Camel's http component. Knows nothing of tickets or sessions: what it is told is already an incident. */
@NullMarked
package org.beistand.integration.servicenow;

import org.jspecify.annotations.NullMarked;
