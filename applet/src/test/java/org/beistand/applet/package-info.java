/** Shows what the whole applet does, on a real X server and against a small honest helpdesk and relay. No mocks. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet;
