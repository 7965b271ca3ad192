/** The life of one support session: manifest, admission, connection, end. It gives work to the other rooms and draws nothing. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.session;
