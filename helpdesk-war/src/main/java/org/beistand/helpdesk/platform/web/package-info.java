/** Every request and response: correlation, security headers, same origin, where it comes from. Decides nothing about business. */
@NullMarked
package org.beistand.helpdesk.platform.web;

import org.jspecify.annotations.NullMarked;
