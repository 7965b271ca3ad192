/** Who changed what, and who logged in. Use cases and pages; transactions begin here. */
@NullMarked
package org.beistand.helpdesk.audit.boundary;

import org.jspecify.annotations.NullMarked;
