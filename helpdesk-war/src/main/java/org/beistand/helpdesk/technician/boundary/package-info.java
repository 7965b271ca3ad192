/** The people of a service desk. Use cases and pages; transactions begin here. */
@NullMarked
package org.beistand.helpdesk.technician.boundary;

import org.jspecify.annotations.NullMarked;
