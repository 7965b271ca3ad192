/** Servlet filters for every response: correlation, security headers, same origin. Decides nothing about business. */
@NullMarked
package org.beistand.helpdesk.platform.web;

import org.jspecify.annotations.NullMarked;
