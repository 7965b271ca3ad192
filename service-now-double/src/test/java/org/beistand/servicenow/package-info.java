/** Tests that the double answers as the real one does. */
@NullMarked
package org.beistand.servicenow;

import org.jspecify.annotations.NullMarked;
