import { paintCopy } from './copy.js';
import { paintQoiDeflate } from './qoi-deflate.js';
import { paintSolid } from './solid.js';

/**
 * Paints one rectangle, whose place and size are already checked, into the remote screen's memory. Knows no page, so that
 * it runs in a worker. Throws PROTOCOL_ERROR for bytes that are not exactly this rectangle.
 * @typedef {(rectangle: import('./reader.js').RawRectangle, surface: import('./surface.js').Surface) => Promise<void>} Coder
 */

/**
 * Every coder of payloads that are not packed, by its number on the wire. A new coder is one new file and one line here.
 * @type {ReadonlyMap<number, Coder>}
 */
export const CODERS = new Map([
  [1, paintSolid],
  [2, paintQoiDeflate],
  [3, paintCopy],
]);
