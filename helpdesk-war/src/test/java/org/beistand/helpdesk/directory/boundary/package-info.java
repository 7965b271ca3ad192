/** Imports and log-ins against a real domain controller. */
@NullMarked
package org.beistand.helpdesk.directory.boundary;

import org.jspecify.annotations.NullMarked;
