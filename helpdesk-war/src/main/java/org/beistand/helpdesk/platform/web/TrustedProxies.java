package org.beistand.helpdesk.platform.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The machines whose {@code X-Forwarded-For} is believed: this one, and the addresses and networks of a setting.
 * Everybody else could write there whatever they like.
 */
final class TrustedProxies {

    /** Longer chains than this are somebody playing. */
    private static final int MOST_HOPS = 20;

    private final Networks networks;

    private TrustedProxies(Networks networks) {
        this.networks = networks;
    }

    /** As {@link Networks#of}. */
    static TrustedProxies of(String setting) {
        return new TrustedProxies(Networks.of(setting));
    }

    /**
     * @param peer who opened the connection
     * @param forwarded the values of {@code X-Forwarded-For} in their order; each proxy appends who called it
     * @return the nearest address that is not one of our proxies; what lies behind it is hearsay
     */
    String origin(String peer, List<String> forwarded) {
        Optional<InetAddress> nearest = IpAddress.parse(peer);
        if (nearest.isEmpty()) {
            return peer;
        }
        InetAddress origin = nearest.get();
        List<String> hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - MOST_HOPS) && networks.contain(origin); i--) {
            Optional<InetAddress> hop = IpAddress.parse(withoutPort(hops.get(i).strip()));
            if (hop.isEmpty()) {
                break;
            }
            origin = hop.get();
        }
        return origin.getHostAddress();
    }

    /** Some proxies write {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1).replaceFirst("\\](:\\d{1,5})?$", "");
        }
        return hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceFirst(":\\d{1,5}$", "") : hop;
    }
}
