package org.beistand.applet.encode;

/** What a tile of the screen is. Nothing of who codes it: see {@link CoderTable}. */
enum TileKind {

    /** One colour. */
    FLAT,

    /** Letters, lines, controls, drawings: few colours, or most of it one colour. Loss would be seen at once. */
    TEXT,

    /** Hardly a pixel is as another one: photographs, films, noise, soft light. */
    PHOTO
}
