/** Tests that companies stay apart. */
@NullMarked
package org.beistand.helpdesk.platform.tenancy;

import org.jspecify.annotations.NullMarked;
