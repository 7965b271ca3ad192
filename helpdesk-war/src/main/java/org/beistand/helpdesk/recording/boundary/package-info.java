/** Who decides about recording, who delivers tapes and who looks at them. Each use case is one transaction. */
@NullMarked
package org.beistand.helpdesk.recording.boundary;

import org.jspecify.annotations.NullMarked;
