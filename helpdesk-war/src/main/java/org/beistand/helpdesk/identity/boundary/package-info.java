/** Login page, sign-in filter and use cases of identity. Transactions begin here. */
@NullMarked
package org.beistand.helpdesk.identity.boundary;

import org.jspecify.annotations.NullMarked;
