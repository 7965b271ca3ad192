/** The customer's desktop program. Nothing leaves this machine that the customer has not allowed. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet;
