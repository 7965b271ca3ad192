package org.beistand.systemtests.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports for the product: two in a row, the helpdesk's and the relay's. */
public final class Ports {
    /** Outside of what Linux hands out to outgoing connections, so that nobody takes one between look and use. */
    private static final int FIRST = Integer.getInteger("beistand.st.port", 20_700);

    private static final int LAST = FIRST + 98;

    private Ports() {}

    /** The first of two neighbouring ports that nobody uses; each call gives others while those are in use. */
    public static int freePair() {
        for (int port = FIRST; port < LAST; port += 2) {
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
        throw new AssertionError("no two free ports from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
