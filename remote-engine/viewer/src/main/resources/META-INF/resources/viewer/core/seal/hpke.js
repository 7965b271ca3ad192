import { protocolError } from '../status.js';
import { concat, u16, utf8 } from './bytes.js';
import { Hkdf } from './hkdf.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** RFC 9180, section 7.3. Frames use 256 bits; 128 is what the RFC prints vectors for. */
export const AEAD = Object.freeze({
  AES_128_GCM: Object.freeze({ id: 1, keyBytes: 16 }),
  AES_256_GCM: Object.freeze({ id: 2, keyBytes: 32 }),
});

const NOTHING = new Uint8Array(0);
const NONCE_BYTES = 12;
const MODE_BASE = 0;
const MODE_AUTH = 2;
const KEM = u16(0x20);
const KDF = u16(1);
const KEM_HKDF = new Hkdf(concat(utf8('KEM'), KEM));

/**
 * The receiver's half of HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-GCM: SetupBaseR, or
 * SetupAuthR with a sender's key.
 * @param {object} setup
 * @param {Readonly<{id: number, keyBytes: number}>} setup.aead
 * @param {Bytes} setup.encapsulation
 * @param {import('./keys.js').OwnKeys} setup.keys
 * @param {Bytes} setup.info
 * @param {Bytes} [setup.sender]
 * @returns {Promise<HpkeContext>}
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR for keys that are none
 */
export async function receive({ aead, encapsulation, keys, info, sender }) {
  let shared = await keys.agree(encapsulation);
  let kemContext = concat(encapsulation, keys.publicKey);
  if (sender) {
    shared = concat(shared, await keys.agree(sender));
    kemContext = concat(kemContext, sender);
  }
  const extracted = await KEM_HKDF.extract(NOTHING, 'eae_prk', shared);
  const sharedSecret = await KEM_HKDF.expand(extracted, 'shared_secret', kemContext, 32);
  return schedule(aead, sender ? MODE_AUTH : MODE_BASE, sharedSecret, info);
}

/**
 * @param {Readonly<{id: number, keyBytes: number}>} aead @param {number} mode @param {Bytes} sharedSecret
 * @param {Bytes} info @returns {Promise<HpkeContext>}
 */
async function schedule(aead, mode, sharedSecret, info) {
  const kdf = new Hkdf(concat(utf8('HPKE'), KEM, KDF, u16(aead.id)));
  const context = concat(
    Uint8Array.of(mode),
    await kdf.extract(NOTHING, 'psk_id_hash', NOTHING),
    await kdf.extract(NOTHING, 'info_hash', info),
  );
  const secret = await kdf.extract(sharedSecret, 'secret', NOTHING);
  const key = await kdf.expand(secret, 'key', context, aead.keyBytes);
  return new HpkeContext(
    kdf,
    await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']),
    await kdf.expand(secret, 'base_nonce', context, NONCE_BYTES),
    await kdf.expand(secret, 'exp', context, 32),
  );
}

/** What a receiver has: it opens messages in order, and gives secrets that both ends can name. */
class HpkeContext {
  #kdf;
  #key;
  #baseNonce;
  #exporterSecret;
  #sequence = 0;

  /** @param {Hkdf} kdf @param {CryptoKey} key @param {Bytes} baseNonce @param {Bytes} exporterSecret */
  constructor(kdf, key, baseNonce, exporterSecret) {
    this.#kdf = kdf;
    this.#key = key;
    this.#baseNonce = baseNonce;
    this.#exporterSecret = exporterSecret;
  }

  /**
   * The next message.
   * @param {Bytes} additionalData @param {Bytes} ciphertext @returns {Promise<Bytes>}
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR when it was not sealed with this context, or not next
   */
  async open(additionalData, ciphertext) {
    const iv = this.#baseNonce.slice();
    const view = new DataView(iv.buffer);
    view.setUint32(8, view.getUint32(8) ^ this.#sequence++);
    try {
      return new Uint8Array(
        await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, this.#key, ciphertext),
      );
    } catch {
      throw protocolError('a wrong tag');
    }
  }

  /** @param {string | Bytes} context @param {number} length @returns {Promise<Bytes>} */
  export(context, length) {
    const bytes = typeof context === 'string' ? utf8(context) : context;
    return this.#kdf.expand(this.#exporterSecret, 'sec', bytes, length);
  }
}
