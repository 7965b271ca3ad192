/** The administration centre. Orchestrates what other rooms offer and stores nothing itself. */
@NullMarked
package org.beistand.helpdesk.admin;

import org.jspecify.annotations.NullMarked;
