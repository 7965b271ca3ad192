/** The company's directory (Active Directory or its like): its people become accounts and technicians, and it keeps their passwords. Nothing that another system would need lives here. */
@NullMarked
package org.beistand.helpdesk.directory;

import org.jspecify.annotations.NullMarked;
