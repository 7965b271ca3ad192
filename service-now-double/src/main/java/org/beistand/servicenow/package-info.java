/** A double of ServiceNow's REST interface over real sockets, with its faults. Knows nothing of Beistand, and nothing of Beistand's runs on it but tests. */
@NullMarked
package org.beistand.servicenow;

import org.jspecify.annotations.NullMarked;
