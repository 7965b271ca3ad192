/** Pointer and keyboard on behalf of the technician: what a sink must do, and the only gate to it, guarded by consent. No native call here. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.input;
