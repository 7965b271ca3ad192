/** The customer's question page, and the administrator's settings of it. Knows nothing of how a session runs. */
@NullMarked
package org.beistand.helpdesk.survey.boundary;

import org.jspecify.annotations.NullMarked;
