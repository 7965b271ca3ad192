/**
 * An opaque pixel as canvas memory has it: bytes R G B A, read as one little-endian number. Every platform that a
 * browser runs on is little-endian.
 * @param {number} r @param {number} g @param {number} b each 0 to 255
 * @returns {number} unsigned 32 bits
 */
export function pixel(r, g, b) {
  return (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
}

/** Black, opaque: what a screen shows before its first picture. */
export const BLACK = 0xff000000;
