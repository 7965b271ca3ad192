/** Serves a brand's files and the component theme in a brand's colours. Decides nothing. */
@NullMarked
package org.beistand.helpdesk.brand.boundary;

import org.jspecify.annotations.NullMarked;
