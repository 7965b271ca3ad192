/** The doors of the connection to ServiceNow: events going out, changes and PIN requests coming in, pages for administrators. Each use case is one transaction. */
@NullMarked
package org.beistand.helpdesk.servicenow.boundary;

import org.jspecify.annotations.NullMarked;
