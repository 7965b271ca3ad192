import { protocolError } from '../status.js';
import * as wire from '../wire.gen.js';
import { equal } from './bytes.js';
import { DIRECTION, FrameOpener, FrameSealer } from './frames.js';
import { AEAD, receive } from './hpke.js';
import { KEY_BYTES } from './keys.js';
import { commitmentOf, infoOf, pairingOf } from './transcript.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const HASH_BYTES = 32;
const NOTHING = new Uint8Array(0);

/**
 * What an agreement gives. `done` is to be sent before anything is sealed, `words` is the pairing whose words to show.
 * @typedef {{done: Bytes, sealer: FrameSealer, opener: FrameOpener, words: Uint8Array}} Agreed
 */

/**
 * The technician's half of an agreement on keys with the applet (docs/protocol.md, "Agreement"). Whatever comes out of
 * turn is refused with a PROTOCOL_ERROR, and ends the connection.
 */
export class Agreement {
  #keys;
  #pairings;
  #sessionId;
  #subject;
  #nonce;
  /** @type {'waiting' | 'shared' | 'done'} */
  #step = 'waiting';
  /** @type {Bytes} */
  #commitment = NOTHING;

  /**
   * @param {object} own
   * @param {import('./keys.js').OwnKeys} own.keys this page's
   * @param {import('./pairings.js').Pairings} own.pairings those made with it
   * @param {string} own.sessionId as in the grant
   * @param {string} own.subject as in the grant
   * @param {Bytes} [own.nonce] 32 random bytes
   */
  constructor({ keys, pairings, sessionId, subject, nonce = crypto.getRandomValues(new Uint8Array(HASH_BYTES)) }) {
    this.#keys = keys;
    this.#pairings = pairings;
    this.#sessionId = sessionId;
    this.#subject = subject;
    this.#nonce = nonce;
  }

  /** @param {wire.KeyCommit} commit @returns {Bytes} the KeyShare to answer with */
  share({ commitment }) {
    this.#proceed('waiting', 'shared');
    this.#commitment = exactly(HASH_BYTES, commitment);
    return wire.encodeKeyShare({
      publicKey: this.#keys.publicKey,
      nonce: this.#nonce,
      commitment: this.#commitment,
    });
  }

  /** @param {wire.KeyGrant} grant @returns {Promise<Agreed>} */
  async grant(grant) {
    this.#proceed('shared', 'done');
    const peer = exactly(KEY_BYTES, grant.publicKey);
    const peerNonce = exactly(HASH_BYTES, grant.nonce);
    const encapsulation = exactly(KEY_BYTES, grant.encapsulation);
    const confirmation = exactly(HASH_BYTES + wire.LIMIT.SEAL_BYTES, grant.confirmation);
    if (!equal(this.#commitment, await commitmentOf(this.#sessionId, peer, peerNonce))) {
      throw protocolError('not what was committed to');
    }
    const pairing = await pairingOf(this.#sessionId, peer, this.#keys.publicKey, peerNonce, this.#nonce);
    const info = await infoOf(this.#subject, pairing);
    const context = await receive({ aead: AEAD.AES_256_GCM, encapsulation, keys: this.#keys, info, sender: peer });
    const words = await context.open(NOTHING, confirmation);
    this.#keep(peer, pairing, words);
    const proof = await context.export('beistand seal 1 done', HASH_BYTES);
    return {
      done: wire.encodeKeyDone({ proof, commitment: this.#commitment }),
      sealer: new FrameSealer(await trafficKeys(context, DIRECTION.TECHNICIAN, 'encrypt'), DIRECTION.TECHNICIAN.number),
      opener: new FrameOpener(await trafficKeys(context, DIRECTION.APPLET, 'decrypt'), DIRECTION.APPLET.number),
      words,
    };
  }

  /**
   * The applet says whose words to show: these, or those that this page knows for the same key.
   * @param {Bytes} peer @param {Bytes} pairing @param {Bytes} words
   */
  #keep(peer, pairing, words) {
    const known = this.#pairings.of(peer);
    if (equal(words, pairing)) this.#pairings.keep(peer, pairing);
    else if (!known || !equal(words, known)) throw protocolError('words of an agreement that never was');
  }

  /** @param {'waiting' | 'shared'} from @param {'shared' | 'done'} to */
  #proceed(from, to) {
    if (this.#step !== from) throw protocolError(`a keys message for ${to} while ${this.#step}`);
    this.#step = to;
  }
}

/** @typedef {{export: (label: string, length: number) => Promise<Bytes>}} Context */

/** @param {Context} context @param {{label: string}} direction @param {'encrypt' | 'decrypt'} use */
async function trafficKeys(context, { label }, use) {
  return { recorded: await trafficKey(context, label, use), unrecorded: await trafficKey(context, `${label} unrecorded`, use) };
}

/** @param {Context} context @param {string} label @param {'encrypt' | 'decrypt'} use */
async function trafficKey(context, label, use) {
  return crypto.subtle.importKey('raw', await context.export(label, KEY_BYTES), 'AES-GCM', false, [use]);
}

/** @param {number} length @param {Uint8Array} part @returns {Bytes} a copy */
function exactly(length, part) {
  if (part.length !== length) throw protocolError(`a part of ${part.length} bytes where ${length} belong`);
  return new Uint8Array(part);
}
