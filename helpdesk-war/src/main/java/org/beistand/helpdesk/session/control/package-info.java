/**
 * The rules around a support session: how PINs are made, hashed, guarded against guessing and redeemed, and what remains
 * in the ticket at the end. No pages and no REST here, and nothing of the relay's contract: that is the engine's room.
 */
@NullMarked
package org.beistand.helpdesk.session.control;

import org.jspecify.annotations.NullMarked;
