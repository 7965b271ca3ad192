/** A real domain controller is asked, and hostile ones are survived. */
@NullMarked
package org.beistand.integration.directory;

import org.jspecify.annotations.NullMarked;
