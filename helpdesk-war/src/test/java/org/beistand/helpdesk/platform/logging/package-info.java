/** Tests of log lines. */
@NullMarked
package org.beistand.helpdesk.platform.logging;

import org.jspecify.annotations.NullMarked;
