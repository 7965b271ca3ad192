/** Tests of password hashing, throttling and rights. */
@NullMarked
package org.beistand.helpdesk.identity.control;

import org.jspecify.annotations.NullMarked;
