/** The gate to pointer and keyboard, with a sink that notes what it is given. Proves what never reaches it. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.input;
