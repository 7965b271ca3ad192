/** The people of a service desk. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.technician.control;

import org.jspecify.annotations.NullMarked;
