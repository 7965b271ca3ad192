import { decodeQoiDeflate } from './qoi-deflate.js';
import { decodeSolid } from './solid.js';

/**
 * What a rectangle shows: one colour, or one number per pixel, row by row (see pixel.js).
 * @typedef {{color: number, pixels?: undefined} | {pixels: Uint32Array<ArrayBuffer>, color?: undefined}} Content
 */

/**
 * Decodes one rectangle, whose place and size are already checked. Pure: knows no screen and no page, so that it runs in
 * a worker as well. Throws PROTOCOL_ERROR for bytes that are not exactly this rectangle.
 * @typedef {(rectangle: import('./reader.js').RawRectangle) => Promise<Content>} Coder
 */

/**
 * Every coder this viewer knows, by its number on the wire. A new coder is one new file and one line here.
 * @type {ReadonlyMap<number, Coder>}
 */
export const CODERS = new Map([
  [1, decodeSolid],
  [2, decodeQoiDeflate],
]);

/** What Hello tells the applet about this viewer. */
export const FEATURES = Object.freeze(['screen.qoi-deflate']);
