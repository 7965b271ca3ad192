/** The customer's pointer as a thing of its own: its look and its place, told to technicians beside the picture. Guarded by consent to view; no native call here. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.cursor;
