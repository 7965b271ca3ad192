/** What of a clipboard's content may pass: formatting of HTML, plain PNG. Knows neither clipboards nor sockets. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.clipboard;
