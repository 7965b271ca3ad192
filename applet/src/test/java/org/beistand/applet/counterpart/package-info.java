/** A small, honest helpdesk and relay for one session: they keep the contract and nothing else. Not a product. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.counterpart;
