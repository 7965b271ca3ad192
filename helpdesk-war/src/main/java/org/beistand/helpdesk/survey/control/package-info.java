/** Who may still be asked, and what happens with an answer. Runs in the caller's transaction. */
@NullMarked
package org.beistand.helpdesk.survey.control;

import org.jspecify.annotations.NullMarked;
