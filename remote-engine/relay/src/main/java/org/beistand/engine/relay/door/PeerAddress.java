package org.beistand.engine.relay.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Who connects, as far as the relay can know. */
final class PeerAddress {

    /** What an address literal may consist of: nothing that would ask a name server. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private PeerAddress() {}

    /**
     * A neighbour on this machine is the operator's proxy, which says last whom it speaks for; what stands before that
     * came from outside. Nobody else is believed.
     *
     * @param remote who opened the connection
     * @param forwarded the values of {@code X-Forwarded-For}, one for each line of that header, in their order
     */
    static InetAddress of(InetAddress remote, List<String> forwarded) {
        if (!remote.isLoopbackAddress() || forwarded.isEmpty()) {
            return remote;
        }
        String line = forwarded.getLast();
        String last = line.substring(line.lastIndexOf(',') + 1).strip();
        try {
            return LITERAL.matcher(last).matches() ? InetAddress.getByName(last) : remote;
        } catch (UnknownHostException noAddress) {
            return remote;
        }
    }
}
