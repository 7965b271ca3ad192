/** Companies, accounts, login, roles and API tokens. Knows nothing of tickets or sessions. */
@NullMarked
package org.beistand.helpdesk.identity;

import org.jspecify.annotations.NullMarked;
