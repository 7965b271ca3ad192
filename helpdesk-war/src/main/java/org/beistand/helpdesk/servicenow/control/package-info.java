/** Turns tickets into incidents and back. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.servicenow.control;

import org.jspecify.annotations.NullMarked;
