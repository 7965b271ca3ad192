package org.beistand.helpdesk.platform.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * This machine, and the addresses and networks that a setting names.
 *
 * @param named those of the setting
 */
record Networks(List<Network> named) {

    /**
     * Reads a setting.
     *
     * @param setting addresses and networks ({@code 10.1.0.0/16}) with commas between them
     * @throws IllegalArgumentException naming the part that is neither
     */
    static Networks of(String setting) {
        return new Networks(Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Network::of)
                .toList());
    }

    boolean contain(InetAddress address) {
        return address.isLoopbackAddress() || named.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * All addresses that begin alike.
     *
     * @param address one of them
     * @param bits how many leading bits they share
     */
    record Network(InetAddress address, int bits) {

        static Network of(String text) {
            String[] parts = text.split("/", 2);
            InetAddress address = IpAddress.parse(parts[0]).orElseThrow(() -> new IllegalArgumentException(text));
            int all = address.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? all : bits(parts[1], text);
            if (bits > all) {
                throw new IllegalArgumentException(text);
            }
            return new Network(address, bits);
        }

        private static int bits(String written, String text) {
            if (!written.matches("\\d{1,3}")) {
                throw new IllegalArgumentException(text);
            }
            return Integer.parseInt(written);
        }

        boolean contains(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
