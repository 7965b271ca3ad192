/** The REST application: who may call, how much they may send, how every error is answered. No resource of a business component lives here. */
@NullMarked
package org.beistand.helpdesk.platform.rest;

import org.jspecify.annotations.NullMarked;
