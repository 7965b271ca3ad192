package org.beistand.integration;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Which addresses the routes may speak to. Whoever runs one company may type in a server's name, and must not learn by it
 * what answers inside the house of whoever runs the installation: names are resolved and their addresses looked at right
 * before each connection. Java keeps a resolved name for at least some seconds, so what was looked at is what is called.
 */
public final class Reach {

    /** What a route speaks. */
    public enum Kind {
        /** Says what it is before anybody says anything to it, and is often inside the house: private addresses are fine. */
        MAIL_OR_SMS_SERVER,
        /** Is inside the house nearly always, and is told nothing before TLS: private addresses are fine. */
        DIRECTORY,
        /** Answers whatever it is sent, so that services which trust their network would act on it. */
        WEB
    }

    private final List<Network> permitted;

    private Reach(List<Network> permitted) {
        this.permitted = permitted;
    }

    /**
     * @param networks in the form {@code 10.1.0.0/16} or {@code ::1/128}, permitted in addition to the usual ones
     * @throws IllegalArgumentException for what is no network
     */
    public static Reach usualAnd(Collection<String> networks) {
        return new Reach(networks.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::read)
                .toList());
    }

    /** Why a connection was not even tried. Its message is the host: the words for it are the pages' business. */
    public static final class NotPermitted extends RuntimeException {
        NotPermitted(String host) {
            super(host, null, false, false);
        }
    }

    /**
     * @throws UnknownHostException if nobody knows the name
     * @throws NotPermitted if one of its addresses is none of the company's business
     */
    public void require(String host, Kind kind) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (permitted.stream().noneMatch(network -> network.contains(address)) && !isUsual(address, kind)) {
                throw new NotPermitted(host);
            }
        }
    }

    /** As {@link #require}, of the host of a web address. */
    public void requireWeb(URI address) throws UnknownHostException {
        require(address.getHost().replaceAll("[\\[\\]]", ""), Kind.WEB);
    }

    private static boolean isUsual(InetAddress address, Kind kind) {
        boolean never = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
        return !never && (kind != Kind.WEB || !isPrivate(address));
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        boolean uniqueLocal = bytes.length == 16 && (first & 0xfe) == 0xfc;
        boolean carrier = bytes.length == 4 && first == 100 && (bytes[1] & 0xc0) == 64;
        return address.isSiteLocalAddress() || uniqueLocal || carrier || first == 0;
    }

    private record Network(byte[] base, int bits) {

        static Network read(String text) {
            String[] parts = text.split("/", 2);
            if (!parts[0].matches("[0-9a-fA-F.:]+") || parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            try {
                var network = new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
                if (network.bits > network.base.length * 8) {
                    throw new IllegalArgumentException("not a network: " + text);
                }
                return network;
            } catch (UnknownHostException noAddress) {
                throw new IllegalArgumentException("not a network: " + text, noAddress);
            }
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != base.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(base, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || ((base[whole] ^ other[whole]) & 0xff & (0xff << (8 - rest))) == 0;
        }
    }
}
