/** Everything fails at once, and nothing is lost or doubled: events, faults and kill -9. */
@NullMarked
package org.beistand.helpdesk.servicenow.chaos;

import org.jspecify.annotations.NullMarked;
