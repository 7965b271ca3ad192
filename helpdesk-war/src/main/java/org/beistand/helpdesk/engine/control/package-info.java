/** Choosing relays, signing grants, the ceiling of permissions, packing the applet. No REST and no Faces here. */
@NullMarked
package org.beistand.helpdesk.engine.control;

import org.jspecify.annotations.NullMarked;
