package org.beistand.applet.encode;

/** What a tile of the screen is. Nothing of who codes it: see {@link CoderTable}. */
enum TileKind {

    /** One colour. */
    FLAT,

    /** Letters, lines, controls, drawings: few colours, or most of it one colour. Loss would be seen at once. */
    TEXT,

    /** Hardly a pixel is as another one: photographs, noise, soft light. */
    PHOTO,

    /** Photographs that follow each other in one place: known by looking on, see {@link FilmFinder}. */
    FILM
}
