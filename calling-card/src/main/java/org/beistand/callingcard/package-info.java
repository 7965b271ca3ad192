/** The pre-installed launcher over the applet. Holds no session logic of its own. */
@org.jspecify.annotations.NullMarked
package org.beistand.callingcard;
