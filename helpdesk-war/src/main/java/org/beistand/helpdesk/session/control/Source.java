package org.beistand.helpdesk.session.control;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where an attempt comes from, as coarse as one household or office gets addresses: an IPv4 address, or an IPv6 /64
 * (of which a single home owns all 2^64 addresses, so that counting single ones would count nothing).
 *
 * @param key the address, or the prefix followed by {@code /64}
 */
public record Source(String key) {

    private static final int PREFIX_BYTES = 8;

    /**
     * @param address an IP address in text; IPv4 mapped into IPv6 counts as IPv4
     * @throws IllegalArgumentException when it is a host name or not an address
     */
    public static Source of(String address) {
        if (!address.matches("[0-9a-fA-F.:]{2,45}(%.{1,20})?") || !address.matches(".*[.:].*")) {
            throw new IllegalArgumentException("Not an IP address");
        }
        try {
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address six ? prefix(six) : new Source(parsed.getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException("Not an IP address", notAnAddress);
        }
    }

    private static Source prefix(Inet6Address address) throws UnknownHostException {
        var bytes = address.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        return new Source(InetAddress.getByAddress(bytes).getHostAddress() + "/64");
    }
}
