/** How requests arrive. Use cases and pages; transactions begin here. */
@NullMarked
package org.beistand.helpdesk.intake.boundary;

import org.jspecify.annotations.NullMarked;
