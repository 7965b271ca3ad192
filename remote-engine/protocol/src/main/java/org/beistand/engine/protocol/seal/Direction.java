package org.beistand.engine.protocol.seal;

/** Who seals: each direction has keys and nonces of its own. */
public enum Direction {
    APPLET(1, "beistand seal 1 applet"),
    TECHNICIAN(2, "beistand seal 1 technician");

    private final byte number;
    private final String label;

    Direction(int number, String label) {
        this.number = (byte) number;
        this.label = label;
    }

    /** The first byte of a nonce. */
    byte number() {
        return number;
    }

    /** Begins the names of the keys among what HPKE exports. */
    String label() {
        return label;
    }
}
