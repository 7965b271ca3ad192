/** How requests arrive. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.intake.control;

import org.jspecify.annotations.NullMarked;
