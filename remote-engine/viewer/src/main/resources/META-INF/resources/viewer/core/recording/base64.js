/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const ALPHABET = /^[A-Za-z0-9_-]*$/;

/** @param {Uint8Array} bytes a key or a nonce: nothing long @returns {string} base64url without padding */
export function toBase64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {unknown} text base64url without padding @returns {Bytes} @throws {RangeError} it is something else */
export function fromBase64(text) {
  if (typeof text !== 'string' || !ALPHABET.test(text) || text.length % 4 === 1) throw new RangeError('not base64url');
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}
