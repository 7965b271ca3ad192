/** Company, account and token as they are stored. Knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.identity.entity;

import org.jspecify.annotations.NullMarked;
