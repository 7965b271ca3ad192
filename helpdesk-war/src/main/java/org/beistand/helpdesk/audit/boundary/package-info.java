/** Shows the audit. Nobody changes it here. */
@NullMarked
package org.beistand.helpdesk.audit.boundary;

import org.jspecify.annotations.NullMarked;
