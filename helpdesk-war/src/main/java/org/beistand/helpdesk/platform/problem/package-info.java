/** The root of all domain errors and how an error names itself to people and programs. Knows neither REST nor Faces. */
@NullMarked
package org.beistand.helpdesk.platform.problem;

import org.jspecify.annotations.NullMarked;
