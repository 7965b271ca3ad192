/** Rules that hold for the whole helpdesk. */
@NullMarked
package org.beistand.helpdesk;

import org.jspecify.annotations.NullMarked;
