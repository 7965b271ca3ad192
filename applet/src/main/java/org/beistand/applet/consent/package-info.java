/** What the customer allows, and the final authority on it: capture and input ask here first. Knows neither wire nor window; silence is no. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.consent;
