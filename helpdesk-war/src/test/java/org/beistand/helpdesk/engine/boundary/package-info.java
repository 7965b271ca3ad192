/** Behaviour of this room, tried from outside. Test doubles have honest names; nothing here is used by the product. */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.engine.boundary;
