import { FLAG, headerBytes } from '../frame.js';
import { protocolError } from '../status.js';
import { LIMIT, MESSAGE_TYPE } from '../wire.gen.js';
import { concat } from './bytes.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * The keys of the frames in one direction: of what a recording has, which is handed over for one, and of everything else,
 * which never is.
 * @typedef {{recorded: CryptoKey, unrecorded?: CryptoKey}} TrafficKeys
 */

/** Who seals: the first byte of a nonce, and the beginning of the keys' names. */
export const DIRECTION = Object.freeze({
  APPLET: Object.freeze({ number: 1, label: 'beistand seal 1 applet' }),
  TECHNICIAN: Object.freeze({ number: 2, label: 'beistand seal 1 technician' }),
});

/** Of a sealed frame. */
const KEY_EPOCH = 1;
const NONCE_BYTES = 12;
/** Far below what AES-GCM bears under one key; a session comes nowhere near. */
const MOST_FRAMES = 2 ** 32;
const MOST_BYTES = 2 ** 38;

/** Channel and type of what a recording has. */
const RECORDED = new Set(Object.values(MESSAGE_TYPE).filter(({ recorded }) => recorded).map(({ channel, number }) => kind(channel, number)));

/** @param {number} channel @param {number} type */
function kind(channel, type) {
  return (channel << 8) | type;
}

/** @param {TrafficKeys} keys @param {Frame} frame @returns {CryptoKey} */
function keyOf({ recorded, unrecorded }, { channel, type }) {
  const key = RECORDED.has(kind(channel, type)) ? recorded : unrecorded;
  if (!key) throw protocolError('a frame that no recording has');
  return key;
}

/** @param {number} direction @param {Frame} frame */
function parameters(direction, frame) {
  const iv = new Uint8Array(NONCE_BYTES);
  const view = new DataView(iv.buffer);
  view.setUint8(0, direction);
  view.setUint8(1, frame.channel);
  view.setUint16(2, frame.keyEpoch);
  view.setBigUint64(4, BigInt(frame.sequence));
  return { name: 'AES-GCM', iv, additionalData: headerBytes({ ...frame, participant: 0 }) };
}

/** Seals the frames that this end sends. */
export class FrameSealer {
  #keys;
  #direction;
  #frames = 0;
  #bytes = 0;

  /** @param {TrafficKeys} keys @param {number} direction */
  constructor(keys, direction) {
    this.#keys = keys;
    this.#direction = direction;
  }

  /** Whether the connection is to be made anew, and the keys with it. */
  get spent() {
    return this.#frames >= MOST_FRAMES || this.#bytes >= MOST_BYTES;
  }

  /** @param {Frame} frame its sequence must be new on its channel @returns {Promise<Bytes>} the whole message */
  async seal(frame) {
    this.#frames++;
    this.#bytes += frame.payload.length + LIMIT.SEAL_BYTES;
    const sealed = { ...frame, flags: frame.flags | FLAG.SEALED, keyEpoch: KEY_EPOCH };
    const ciphertext = await crypto.subtle.encrypt(parameters(this.#direction, sealed), keyOf(this.#keys, frame), frame.payload);
    return concat(headerBytes(sealed), new Uint8Array(ciphertext));
  }
}

/** Opens the frames of the other end. That they come once and in order is watched where they arrive. */
export class FrameOpener {
  #keys;
  #direction;

  /** @param {TrafficKeys} keys @param {number} direction */
  constructor(keys, direction) {
    this.#keys = keys;
    this.#direction = direction;
  }

  /**
   * @param {Frame} frame as it came
   * @returns {Promise<Frame>} as it was before it was sealed
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR when it is not sealed, or not with these keys
   */
  async open(frame) {
    if (!(frame.flags & FLAG.SEALED) || frame.keyEpoch !== KEY_EPOCH) throw protocolError('an unsealed frame');
    const key = keyOf(this.#keys, frame);
    let payload;
    try {
      payload = await crypto.subtle.decrypt(parameters(this.#direction, frame), key, frame.payload);
    } catch {
      throw protocolError('a frame that was not sealed with these keys');
    }
    return { ...frame, flags: frame.flags & ~FLAG.SEALED, keyEpoch: 0, payload: new Uint8Array(payload) };
  }
}
