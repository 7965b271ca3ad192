/** Liveness and readiness of what the platform itself uses. Components contribute their own checks. */
@NullMarked
package org.beistand.helpdesk.platform.health;

import org.jspecify.annotations.NullMarked;
