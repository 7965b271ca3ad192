/** The gate to the clipboard and what passes it, without a desktop. The real one is met in the tests that end on IT. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.clipboard;
