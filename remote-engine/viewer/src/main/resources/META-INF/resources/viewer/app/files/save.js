import { make } from '../dom.js';

/** The download has begun by then; the file must not stay in memory. Milliseconds. */
const KEPT = 60_000;

/**
 * Puts a file into the technician's downloads.
 * @param {string} name as plainName made it
 * @param {Blob} whole
 */
export function save(name, whole) {
  const address = URL.createObjectURL(whole);
  make('a', { attributes: { href: address, download: name } }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
