/** @param {...Uint8Array} parts @returns {Uint8Array<ArrayBuffer>} */
export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whether both are the same, in a time that does not say where they differ. @param {Uint8Array} a @param {Uint8Array} b */
export function equal(a, b) {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= a[at] ^ (b[at] ?? 0);
  return difference === 0;
}

/** @param {Uint8Array} bytes @returns {string} */
export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const ENCODER = new TextEncoder();

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function utf8(text) {
  return new Uint8Array(ENCODER.encode(text));
}

/** A number of two bytes, big-endian. @param {number} value @returns {Uint8Array<ArrayBuffer>} */
export function u16(value) {
  return Uint8Array.of(value >> 8, value & 255);
}
