package org.beistand.integration.directory;

import java.nio.ByteBuffer;
import java.util.UUID;

/** {@code objectGUID}: the only name of an entry that never changes. Its first three parts are little-endian. */
final class ObjectGuid {

    private static final int[] ORDER = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

    private ObjectGuid() {}

    /** @throws Refusal when these are not 16 bytes */
    static UUID of(byte[] bytes) {
        if (bytes.length != ORDER.length) {
            throw new Refusal(Fault.Kind.BROKEN, "an objectGUID of " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(swapped(bytes));
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static byte[] bytes(UUID guid) {
        return swapped(ByteBuffer.allocate(ORDER.length)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits())
                .array());
    }

    private static byte[] swapped(byte[] bytes) {
        byte[] other = new byte[ORDER.length];
        for (int i = 0; i < ORDER.length; i++) {
            other[i] = bytes[ORDER[i]];
        }
        return other;
    }
}
