/** Tests of what the REST layer bounds. */
@NullMarked
package org.beistand.helpdesk.platform.rest;

import org.jspecify.annotations.NullMarked;
