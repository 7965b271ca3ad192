/** ServiceNow, both ways: what of a ticket an incident shows, and what an incident tells a ticket. Nothing that another system would need lives here. */
@NullMarked
package org.beistand.helpdesk.servicenow;

import org.jspecify.annotations.NullMarked;
