/** The people who ask for help. Lookups and rules; no Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.customer.control;

import org.jspecify.annotations.NullMarked;
