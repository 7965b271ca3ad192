/** Certificate authorities of a company's own, which its connections to other systems trust. Knows none of these systems. */
@NullMarked
package org.beistand.helpdesk.authority;

import org.jspecify.annotations.NullMarked;
