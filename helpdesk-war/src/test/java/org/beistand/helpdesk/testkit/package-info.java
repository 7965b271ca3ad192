/** What tests stand on: both databases without a container, and the running helpdesk. Knows no business component. */
@NullMarked
package org.beistand.helpdesk.testkit;

import org.jspecify.annotations.NullMarked;
