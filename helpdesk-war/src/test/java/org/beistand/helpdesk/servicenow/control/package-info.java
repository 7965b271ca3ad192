/** Tests of what an incident is made of. */
@NullMarked
package org.beistand.helpdesk.servicenow.control;

import org.jspecify.annotations.NullMarked;
