/** The people who ask for help. Use cases and pages; transactions begin here. */
@NullMarked
package org.beistand.helpdesk.customer.boundary;

import org.jspecify.annotations.NullMarked;
