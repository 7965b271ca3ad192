import { concat, u16, utf8 } from './bytes.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const HASH_BYTES = 32;
const VERSION = utf8('HPKE-v1');

/** @param {Bytes} key @param {Bytes} message @returns {Promise<Bytes>} */
async function hmac(key, message) {
  // HMAC fills a short key with zeros: no key at all, which WebCrypto refuses, and a block of zeros are the same one.
  const raw = key.length ? key : new Uint8Array(HASH_BYTES);
  const imported = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/** HKDF-SHA256 (RFC 5869) with the labels of RFC 9180, section 4, for one suite. */
export class Hkdf {
  #suite;

  /** @param {Bytes} suite the identifier that every label is bound to */
  constructor(suite) {
    this.#suite = suite;
  }

  /** @param {Bytes} salt @param {string} label @param {Bytes} input @returns {Promise<Bytes>} */
  extract(salt, label, input) {
    return hmac(salt, concat(VERSION, this.#suite, utf8(label), input));
  }

  /**
   * @param {Bytes} key @param {string} label @param {Bytes} info
   * @param {number} length bytes wanted, at most 255 times 32
   * @returns {Promise<Bytes>}
   */
  async expand(key, label, info, length) {
    const labelled = concat(u16(length), VERSION, this.#suite, utf8(label), info);
    const output = new Uint8Array(length);
    let block = new Uint8Array(0);
    for (let done = 0, counter = 1; done < length; done += HASH_BYTES, counter++) {
      block = await hmac(key, concat(block, labelled, Uint8Array.of(counter)));
      output.set(block.subarray(0, length - done), done);
    }
    return output;
  }
}
