package org.beistand.engine.protocol;

import java.time.Duration;

/**
 * Every length that a peer can influence, with the most that is accepted. Checked before anything is allocated.
 * docs/protocol.md lists them; the viewer's copy is generated from here.
 */
public final class Limits {

    /** Frame version that this code speaks. */
    public static final int VERSION = 1;

    /** A whole frame in bytes, header included: small enough that a few of them per slow receiver do no harm. */
    public static final int FRAME_BYTES = 1 << 20;

    /** A whole frame from a technician: input, chat and acknowledgements are small. */
    public static final int TECHNICIAN_FRAME_BYTES = 64 << 10;

    /** Payload on channel CONTROL, the only one that the relay parses. */
    public static final int CONTROL_PAYLOAD_BYTES = 16 << 10;

    /** Payload on channel KEYS: four parts of 32 or 48 bytes, and room for what a later release adds. */
    public static final int KEYS_PAYLOAD_BYTES = 1 << 10;

    /** What sealing adds to a payload: the tag. */
    public static final int SEAL_BYTES = 16;

    /** Characters (UTF-16 units) of one chat line or of one text to type. */
    public static final int CHAT_LINE_CHARACTERS = 4_000;

    /** Width or height of a screen in pixels. */
    public static final int SCREEN_SIDE_PIXELS = 16_384;

    /** Rectangles in one picture frame. */
    public static final int RECTANGLES = 4_096;

    /** A packed picture payload, unpacked: packs into a frame even if it is noise. */
    public static final int PACKED_BYTES = 1_000_000;

    /** Pixels of one QOI_DEFLATE or QOI2 rectangle: even noise then fits a frame, and a decoder's scratch stays at 256 KiB. */
    public static final int RECTANGLE_PIXELS = 1 << 16;

    /** Pixels of one JPEG rectangle: a decoder's scratch stays at 2 MiB. */
    public static final int JPEG_PIXELS = 1 << 19;

    /** Bytes of one JPEG rectangle: fits a packed payload with room for others before it. */
    public static final int JPEG_BYTES = 917_504;

    /** Pixels of one VIDEO rectangle: a decoder's pictures stay at some 30 MiB. */
    public static final int VIDEO_PIXELS = 1 << 22;

    /** Bytes of one VIDEO rectangle: fits a packed payload with room for others before it. */
    public static final int VIDEO_BYTES = 917_504;

    /** Width or height of a pointer's image: the largest of any desktop's settings; its raw pixels then fit a frame. */
    public static final int CURSOR_SIDE_PIXELS = 256;

    /** Images of the pointer that a viewer keeps: more than a desktop's theme has. */
    public static final int CURSORS_KEPT = 64;

    /** Text, and apart from it HTML, of one clipboard content in bytes: a book. */
    public static final int CLIPBOARD_TEXT_BYTES = 1 << 20;

    /** The image of one clipboard content in bytes: a screen full of photographs. */
    public static final int CLIPBOARD_IMAGE_BYTES = 8 << 20;

    /** Pixels that this image may unpack to: the largest screen of today. */
    public static final int CLIPBOARD_IMAGE_PIXELS = 1 << 25;

    /** One piece of a clipboard content: small, so that input and pictures pass between the pieces. */
    public static final int CLIPBOARD_PIECE_BYTES = 16 << 10;

    /** Pieces that may be under way: 64 KiB are half a second of the slowest path. */
    public static final int CLIPBOARD_PIECES_UNDER_WAY = 4;

    /** A file: what a browser's page can put together on any disk. */
    public static final long FILE_BYTES = 1L << 30;

    /** Characters of a file's name: the most that file systems take. */
    public static final int FILE_NAME_CHARACTERS = 255;

    /** One piece of a file: two of them are a sixth of a second on the slowest path, and input passes between them. */
    public static final int FILE_PIECE_BYTES = 8 << 10;

    /** Bytes of a file under way that nobody has confirmed, at most: 100 Mbit/s over 80 ms. Slow paths get less. */
    public static final int FILE_BYTES_UNDER_WAY = 1 << 20;

    /** Files that the customer offers at a time. */
    public static final int FILES_OFFERED = 100;

    /** One delivery of a recording to the helpdesk. */
    public static final int TAPE_PIECE_BYTES = 1 << 20;

    /** A public key of X25519. */
    public static final int PUBLIC_KEY_BYTES = 32;

    /** Both ends' frame keys, sealed for the company: two keys and a tag. */
    public static final int SEALED_KEYS_BYTES = 80;

    /** Characters of a compact JWS (grant): parsed by a relay that does not yet know who is talking. */
    public static final int GRANT_CHARACTERS = 8_192;

    /** Characters of the applet's signed manifest: carries the brand's texts. */
    public static final int MANIFEST_CHARACTERS = 128 << 10;

    /** Bytes of one JSON document of the HTTP contract. */
    public static final int JSON_BYTES = 1 << 20;

    /** Characters of a display name, a piece of software's name, a feature's name. */
    public static final int NAME_CHARACTERS = 200;

    /** Features that one end may announce. */
    public static final int FEATURES = 64;

    /** Largest sequence number, picture number or nonce: exact in a JavaScript number. */
    public static final long SEQUENCE = (1L << 53) - 1;

    /** Time from the WebSocket's opening to a complete Hello. */
    public static final Duration HELLO_TIME = Duration.ofSeconds(5);

    private Limits() {}
}
