/** Tests of the letters to ServiceNow against its double. */
@NullMarked
package org.beistand.integration.servicenow;

import org.jspecify.annotations.NullMarked;
