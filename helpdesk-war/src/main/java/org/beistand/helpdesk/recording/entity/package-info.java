/** What a company decided about recording, its keys, and what there is of tapes. Bytes of tapes are in files, not here. */
@NullMarked
package org.beistand.helpdesk.recording.entity;

import org.jspecify.annotations.NullMarked;
