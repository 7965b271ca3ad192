import { protocolError } from '../status.js';
import { BLACK } from './pixel.js';

/** The longest chunk: QOI_OP_RGBA. A rectangle's chunk stream is never longer than this times its pixels. */
export const QOI_BYTES_PER_PIXEL = 5;

/**
 * Decodes a QOI chunk stream (qoiformat.org, 2022-01-05) without header and end marker. Alpha must be 255 throughout.
 * The stream must give exactly `count` pixels and nothing after them.
 * @param {Uint8Array} bytes
 * @param {number} count pixels
 * @returns {Uint32Array<ArrayBuffer>} canvas pixels, see pixel.js
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
 */
export function decodeQoi(bytes, count) {
  const pixels = new Uint32Array(count);
  // Seen colours, by hash. They start as transparent black, which no stream with alpha 255 may name.
  const seen = new Uint32Array(64);
  const end = bytes.length;
  let at = 0;
  let n = 0;
  let r = 0;
  let g = 0;
  let b = 0;
  while (n < count) {
    if (at >= end) throw protocolError(`a picture stream that stops after ${n} of ${count} pixels`);
    const op = bytes[at++];
    if (op >= 0xc0 && op < 0xfe) {
      // QOI_OP_RUN: 1 to 62 times the same pixel.
      const until = n + (op & 0x3f) + 1;
      if (until > count) throw protocolError('a run beyond the rectangle');
      const same = (BLACK | (b << 16) | (g << 8) | r) >>> 0;
      pixels.fill(same, n, until);
      // Matters for a run at the very start only: black is seen then without ever having been sent.
      seen[hash(r, g, b)] = same;
      n = until;
      continue;
    }
    if (op < 0x40) {
      const known = seen[op];
      if (known === 0) throw protocolError('a colour that was never seen');
      r = known & 0xff;
      g = (known >> 8) & 0xff;
      b = (known >> 16) & 0xff;
    } else if (op < 0x80) {
      r = (r + ((op >> 4) & 3) - 2) & 0xff;
      g = (g + ((op >> 2) & 3) - 2) & 0xff;
      b = (b + (op & 3) - 2) & 0xff;
    } else if (op < 0xc0) {
      if (at >= end) throw protocolError('a picture stream that stops within a pixel');
      const second = bytes[at++];
      const dg = (op & 0x3f) - 32;
      r = (r + dg - 8 + (second >> 4)) & 0xff;
      g = (g + dg) & 0xff;
      b = (b + dg - 8 + (second & 0x0f)) & 0xff;
    } else {
      const length = op === 0xff ? 4 : 3;
      if (at + length > end) throw protocolError('a picture stream that stops within a pixel');
      r = bytes[at];
      g = bytes[at + 1];
      b = bytes[at + 2];
      if (length === 4 && bytes[at + 3] !== 0xff) throw protocolError('a pixel that is not opaque');
      at += length;
    }
    const value = (BLACK | (b << 16) | (g << 8) | r) >>> 0;
    seen[hash(r, g, b)] = value;
    pixels[n++] = value;
  }
  if (at !== end) throw protocolError(`${end - at} bytes after the last pixel`);
  return pixels;
}

/** QOI's place for an opaque colour. @param {number} r @param {number} g @param {number} b @returns {number} */
function hash(r, g, b) {
  return (r * 3 + g * 5 + b * 7 + 255 * 11) & 63;
}
