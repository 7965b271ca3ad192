/** The customer's word in every order of events. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.consent;
