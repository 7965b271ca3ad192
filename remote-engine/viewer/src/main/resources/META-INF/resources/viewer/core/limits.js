import { LIMIT } from './wire.gen.js';

/**
 * Every limit of the viewer in one place. What comes from the wire meets one of these before anything is allocated.
 * Most are the wire's own, generated from the Java side; the last ones are ours.
 */
export const LIMITS = Object.freeze({
  /** Largest frame the relay forwards, header included, bytes. */
  frameBytes: LIMIT.FRAME_BYTES,
  /** Largest frame a technician may send, header included, bytes. */
  sentFrameBytes: LIMIT.TECHNICIAN_FRAME_BYTES,
  /** Largest payload on channel CONTROL, bytes. */
  controlBytes: LIMIT.CONTROL_PAYLOAD_BYTES,
  /** Longest chat line and longest text of one TypeText message, UTF-16 units. */
  chatCharacters: LIMIT.CHAT_LINE_CHARACTERS,
  /** Widest and highest screen, pixels. */
  screenSide: LIMIT.SCREEN_SIDE_PIXELS,
  /** Most rectangles in one picture frame. */
  rectangles: LIMIT.RECTANGLES,
  /** Most bytes that a packed picture frame may become. */
  packedBytes: LIMIT.PACKED_BYTES,
  /** Pixels of one QOI_DEFLATE or QOI2 rectangle: bounds what unpacking it may take. */
  rectanglePixels: LIMIT.RECTANGLE_PIXELS,
  /** Widest and highest image of a pointer, pixels. */
  cursorSide: LIMIT.CURSOR_SIDE_PIXELS,
  /** Images of the pointer that are kept. */
  cursorsKept: LIMIT.CURSORS_KEPT,
  /** Pixels of one JPEG rectangle: bounds what decoding it may take. */
  jpegPixels: LIMIT.JPEG_PIXELS,
  /** Bytes of one JPEG rectangle. */
  jpegBytes: LIMIT.JPEG_BYTES,
  /** Pixels of one VIDEO rectangle: bounds what decoding it may take. */
  videoPixels: LIMIT.VIDEO_PIXELS,
  /** Bytes of one VIDEO rectangle. */
  videoBytes: LIMIT.VIDEO_BYTES,
  /** Text, and apart from it HTML, of one clipboard content, bytes. */
  clipboardTextBytes: LIMIT.CLIPBOARD_TEXT_BYTES,
  /** The image of one clipboard content, bytes. */
  clipboardImageBytes: LIMIT.CLIPBOARD_IMAGE_BYTES,
  /** Pixels that it may unpack to. */
  clipboardImagePixels: LIMIT.CLIPBOARD_IMAGE_PIXELS,
  /** One piece of a clipboard content, bytes. */
  clipboardPieceBytes: LIMIT.CLIPBOARD_PIECE_BYTES,
  /** Pieces that may be under way. */
  clipboardPiecesUnderWay: LIMIT.CLIPBOARD_PIECES_UNDER_WAY,
  /** A file, bytes. */
  fileBytes: LIMIT.FILE_BYTES,
  /** Its name, UTF-16 units. */
  fileNameCharacters: LIMIT.FILE_NAME_CHARACTERS,
  /** One piece of a file, bytes. */
  filePieceBytes: LIMIT.FILE_PIECE_BYTES,
  /** Bytes of a file under way that nobody has confirmed, at most. */
  fileBytesUnderWay: LIMIT.FILE_BYTES_UNDER_WAY,
  /** Files that the customer offers at a time. */
  filesOffered: LIMIT.FILES_OFFERED,
  /** Monitors of one desktop. */
  monitors: 64,
  /** Largest screen area, pixels: 256 MiB of picture, enough for three 5K monitors side by side. */
  screenPixels: 64 * 1024 * 1024,
  /** Inputs kept until the applet has confirmed them. */
  inputsKept: 1024,
  /** Of these, at most so many are under way. */
  inputsUnderWay: 256,
  /** Input that has waited longer is not sent any more, milliseconds: typed half a minute late it means something else. */
  inputAge: 30000,
  /** Chat lines kept in the page; the transcript is the applet's and the helpdesk's. */
  chatLines: 5000,
  /** Latest time a line can bear, milliseconds since 1970: the last that a Date can hold. */
  latestTime: 8.64e15,
});
