/** Who is calling, what that permits, and the tokens that open something, as values. How a caller proves it is the identity room's business. */
@NullMarked
package org.beistand.helpdesk.platform.security;

import org.jspecify.annotations.NullMarked;
