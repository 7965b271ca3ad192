/**
 * The support session and what belongs to its life: PIN, link, consents, who was there, and how it ended. Nothing here
 * knows pages, REST, the relay or the clock: whoever causes a step says who they are and what time it is.
 */
@NullMarked
package org.beistand.helpdesk.session.entity;

import org.jspecify.annotations.NullMarked;
