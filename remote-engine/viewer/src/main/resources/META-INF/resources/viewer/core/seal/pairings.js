import { protocolError } from '../status.js';
import { hex } from './bytes.js';

/**
 * Agreements on new words in the life of a page. Honest ends need one for each process of the applet; who may try without
 * end finds keys whose words agree after 2^32 tries.
 */
const MOST_NEW_WORDS = 256;

/** Whose words this page shows already: for each applet's key, the pairing that was agreed on. */
export class Pairings {
  /** @type {Map<string, Uint8Array>} */
  #known = new Map();
  #newWords = 0;

  /** @param {Uint8Array} peer @returns {Uint8Array | undefined} */
  of(peer) {
    return this.#known.get(hex(peer));
  }

  /**
   * New words for a key.
   * @param {Uint8Array} peer @param {Uint8Array} pairing
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR after too many of them
   */
  keep(peer, pairing) {
    if (++this.#newWords > MOST_NEW_WORDS) throw protocolError('new words too often');
    this.#known.set(hex(peer), pairing);
  }
}
