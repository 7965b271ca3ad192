/** Tests of migrations. */
@NullMarked
package org.beistand.helpdesk.platform.persistence;

import org.jspecify.annotations.NullMarked;
