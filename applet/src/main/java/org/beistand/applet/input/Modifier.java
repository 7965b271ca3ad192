package org.beistand.applet.input;

/** Keys that are held to change the meaning of others. */
public enum Modifier {
    SHIFT,
    CONTROL,
    ALT,
    META,
    ALT_GRAPH
}
