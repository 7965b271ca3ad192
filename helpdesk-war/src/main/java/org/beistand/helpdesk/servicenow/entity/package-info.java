/** What is stored about the connection to ServiceNow. Knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.servicenow.entity;

import org.jspecify.annotations.NullMarked;
