/**
 * The doors to a support session: the start dialog, the customer's portal pages, the REST resources. Each door only
 * translates and authorises; every decision is made in control and entity.
 */
@NullMarked
package org.beistand.helpdesk.session.boundary;

import org.jspecify.annotations.NullMarked;
