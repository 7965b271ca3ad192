/** What every room stands on: persistence, tenancy, time, REST and page plumbing. Knows no business component. */
@NullMarked
package org.beistand.helpdesk.platform;

import org.jspecify.annotations.NullMarked;
