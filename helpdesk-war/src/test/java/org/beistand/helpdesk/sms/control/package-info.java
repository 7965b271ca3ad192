/** How reports about text messages are read. No database and no server here. */
@NullMarked
package org.beistand.helpdesk.sms.control;

import org.jspecify.annotations.NullMarked;
