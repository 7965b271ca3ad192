/** Password hashing, throttling and lookups. No Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.identity.control;

import org.jspecify.annotations.NullMarked;
