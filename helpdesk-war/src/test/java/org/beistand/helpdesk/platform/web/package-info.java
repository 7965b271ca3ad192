/** Tests of what every request goes through. They need no container. */
@NullMarked
package org.beistand.helpdesk.platform.web;

import org.jspecify.annotations.NullMarked;
