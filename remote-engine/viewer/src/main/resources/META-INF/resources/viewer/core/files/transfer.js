import { FILE_OUTCOME } from '../wire.gen.js';

/** What Hello tells the applet about this viewer. */
export const FILES_FEATURE = 'files.1';

/**
 * What became of a file. `lost`: nobody knows, no answer came or the session ended before.
 * @typedef {'taken' | 'not_permitted' | 'too_large' | 'no_room' | 'gone' | 'cancelled' | 'broken' | 'lost'} Outcome
 * @typedef {'offered' | 'waiting' | 'under_way' | 'interrupted' | Outcome} TransferState
 */

/**
 * A file, and how far it is. Only whoever moves it changes it.
 * @typedef {object} Transfer
 * @property {string} id
 * @property {string} name to be shown and saved: nothing in it means anything but letters
 * @property {number} size bytes
 * @property {number} done bytes that the receiver has
 * @property {TransferState} state
 * @property {string} sha256 as hexadecimal digits, once it is taken; empty: not told
 */

/** @type {ReadonlyMap<number, Outcome>} */
export const OUTCOMES = new Map([
  [FILE_OUTCOME.TAKEN, 'taken'],
  [FILE_OUTCOME.NOT_PERMITTED, 'not_permitted'],
  [FILE_OUTCOME.TOO_LARGE, 'too_large'],
  [FILE_OUTCOME.NO_ROOM, 'no_room'],
  [FILE_OUTCOME.GONE, 'gone'],
  [FILE_OUTCOME.CANCELLED, 'cancelled'],
  [FILE_OUTCOME.BROKEN, 'broken'],
]);

/** @type {ReadonlySet<TransferState>} */
const OPEN = new Set(['waiting', 'under_way', 'interrupted']);

/** Whether it is still to be moved, or being moved. @param {Transfer} transfer */
export function isOpen({ state }) {
  return OPEN.has(state);
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** @param {string} id as it came */
export function isFileId(id) {
  return UUID.test(id);
}

/** @param {Uint8Array} sha256 as it came @returns {string} empty: it is none */
export function digitsOf(sha256) {
  if (sha256.length !== 32) return '';
  return [...sha256].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
