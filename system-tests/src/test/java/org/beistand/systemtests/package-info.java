/** Drives the whole product through its public doors only: browser, REST, applet archive. */
@org.jspecify.annotations.NullMarked
package org.beistand.systemtests;
