package org.beistand.helpdesk.platform.web;

import java.util.stream.Stream;

/**
 * Where pages may open connections to, beyond the helpdesk itself. Every CDI bean of this type is asked once for each
 * page, on the request's thread; it must answer from memory. The relays' addresses come in this way.
 */
@FunctionalInterface
public interface ConnectSources {

    /** Origins such as {@code wss://relay.example.org}, or {@code wss://relay.example.org:*} for any port. */
    Stream<String> connectSources();
}
