package org.beistand.helpdesk.session.control;

import org.beistand.helpdesk.platform.web.IpAddress;

/**
 * Where an attempt comes from, as coarse as one household or office gets addresses.
 *
 * @param key see {@link IpAddress#household}
 */
public record Source(String key) {

    /**
     * @param address an IP address in text; IPv4 mapped into IPv6 counts as IPv4
     * @throws IllegalArgumentException when it is a host name or not an address
     */
    public static Source of(String address) {
        return new Source(IpAddress.household(address));
    }
}
