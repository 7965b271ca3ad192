import { ENGLISH, GERMAN } from './words.gen.js';

/** How many words are shown. */
const COUNT = 4;

/**
 * The security words of a pairing.
 * @param {Uint8Array} pairing @param {string} language of the session: both ends show the same list
 * @returns {ReadonlyArray<string>}
 */
export function wordsOf(pairing, language) {
  const list = /^de\b/i.test(language) ? GERMAN : ENGLISH;
  return Array.from(pairing.subarray(0, COUNT), (index) => list[index]);
}
