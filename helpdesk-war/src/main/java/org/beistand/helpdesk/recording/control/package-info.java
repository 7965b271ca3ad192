/** Rows and files of recordings. Runs in the caller's transaction, for the current company. */
@NullMarked
package org.beistand.helpdesk.recording.control;

import org.jspecify.annotations.NullMarked;
