/** Log lines as key and value with correlation id. Never a secret, a keystroke or a chat line. */
@NullMarked
package org.beistand.helpdesk.platform.logging;

import org.jspecify.annotations.NullMarked;
