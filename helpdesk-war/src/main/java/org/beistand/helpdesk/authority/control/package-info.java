/** What administrators' files hold, and what is kept of it. Runs in the caller's transaction. */
@NullMarked
package org.beistand.helpdesk.authority.control;

import org.jspecify.annotations.NullMarked;
