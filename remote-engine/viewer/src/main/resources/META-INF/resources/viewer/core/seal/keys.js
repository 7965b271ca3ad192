import { protocolError } from '../status.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export const KEY_BYTES = 32;

/** This page's X25519 key pair. The secret half cannot be read out of the browser, and is gone with the page. */
export class OwnKeys {
  /** @param {CryptoKey} secret @param {Bytes} publicKey 32 bytes */
  constructor(secret, publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /** @returns {Promise<OwnKeys>} */
  static async generate() {
    const pair = await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits']);
    if (!('publicKey' in pair)) throw new TypeError('X25519 makes pairs');
    return new OwnKeys(pair.privateKey, new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  }

  /**
   * The Diffie-Hellman value with a peer's key.
   * @param {Bytes} peer
   * @returns {Promise<Bytes>}
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR for another length or a point of small order
   */
  async agree(peer) {
    if (peer.length !== KEY_BYTES) throw protocolError(`a public key of ${peer.length} bytes`);
    const key = await crypto.subtle.importKey('raw', peer, { name: 'X25519' }, false, []);
    let shared;
    try {
      shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: key }, this.secret, 256));
    } catch {
      throw protocolError('a public key of small order');
    }
    // Browsers refuse such points themselves; this says that we rely on it.
    if (shared.every((byte) => byte === 0)) throw protocolError('a public key of small order');
    return shared;
  }
}
