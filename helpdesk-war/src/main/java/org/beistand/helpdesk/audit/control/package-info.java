/** Who changed what, and who logged in. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.audit.control;

import org.jspecify.annotations.NullMarked;
