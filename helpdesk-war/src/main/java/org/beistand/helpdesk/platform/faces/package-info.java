/** What pages need beyond Faces itself: records in expressions, languages, times, errors. No page lives here. */
@NullMarked
package org.beistand.helpdesk.platform.faces;

import org.jspecify.annotations.NullMarked;
