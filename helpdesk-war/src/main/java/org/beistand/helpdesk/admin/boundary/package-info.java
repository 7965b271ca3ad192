/** One bean for each administration page. No query and no rule lives here. */
@NullMarked
package org.beistand.helpdesk.admin.boundary;

import org.jspecify.annotations.NullMarked;
