/** Tests of keeping secrets. */
@NullMarked
package org.beistand.helpdesk.platform.secret;

import org.jspecify.annotations.NullMarked;
