package org.beistand.helpdesk.platform.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address read from text without ever asking a name server: the text may be a stranger's. */
public final class IpAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
    private static final Pattern FOUR = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]{2,45}(%[0-9A-Za-z]{1,20})?");

    private static final int PREFIX_BYTES = 8;

    private IpAddress() {}

    /**
     * As coarse as one household or office gets addresses: an IPv4 address by itself, of IPv6 the /64 (of which a single
     * home owns all 2^64 addresses, so that counting single ones would count nothing).
     *
     * @return the address, or the prefix followed by {@code /64}
     * @throws IllegalArgumentException when it is a host name or not an address
     */
    public static String household(String address) {
        InetAddress parsed = parse(address).orElseThrow(() -> new IllegalArgumentException("Not an IP address"));
        if (parsed instanceof Inet6Address) {
            byte[] bytes = parsed.getAddress();
            Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
            return ofBytes(bytes).getHostAddress() + "/64";
        }
        return parsed.getHostAddress();
    }

    private static InetAddress ofBytes(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Sixteen bytes are an address", impossible);
        }
    }

    /** @return empty for host names and everything else that is not an address; IPv4 mapped into IPv6 is IPv4 */
    public static Optional<InetAddress> parse(String text) {
        boolean six = text.indexOf(':') >= 0 && SIX.matcher(text).matches();
        if (!six && !FOUR.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // A scope names a network card of this machine, which a stranger's text may get wrong.
            return Optional.of(InetAddress.getByName(text.replaceFirst("%.*", "")));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
