/** Tests of signing in and of tokens, with the real beans on both databases. They need no container. */
@NullMarked
package org.beistand.helpdesk.identity.boundary;

import org.jspecify.annotations.NullMarked;
