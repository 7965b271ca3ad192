/** Customers answer at the built application's doors. */
@NullMarked
package org.beistand.helpdesk.survey;

import org.jspecify.annotations.NullMarked;
