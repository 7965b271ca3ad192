/** Which certificates are taken. Who believes them is tried where connections are made. */
@NullMarked
package org.beistand.helpdesk.authority.control;

import org.jspecify.annotations.NullMarked;
