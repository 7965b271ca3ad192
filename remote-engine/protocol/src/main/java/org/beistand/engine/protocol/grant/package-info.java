/** Signed statements of the helpdesk: the session grant and the applet's manifest. Keeps no keys and no memory of use. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.grant;
