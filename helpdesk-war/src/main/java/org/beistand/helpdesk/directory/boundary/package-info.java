/** The doors of the connection to the directory: the clock, the import, log-ins, pages and REST for administrators. No transaction is open while the directory is asked. */
@NullMarked
package org.beistand.helpdesk.directory.boundary;

import org.jspecify.annotations.NullMarked;
