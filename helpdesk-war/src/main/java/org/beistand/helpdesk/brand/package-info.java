/** What a company's pages look like. Knows brands by the branding module only. */
@NullMarked
package org.beistand.helpdesk.brand;

import org.jspecify.annotations.NullMarked;
