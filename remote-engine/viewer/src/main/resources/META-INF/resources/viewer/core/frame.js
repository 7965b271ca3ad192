import { LIMITS } from './limits.js';
import { protocolError, tooLarge } from './status.js';
import { LIMIT } from './wire.gen.js';

/** The frame version this viewer speaks. */
export const FRAME_VERSION = LIMIT.VERSION;
export const HEADER_BYTES = 24;

export const FLAG = Object.freeze({ SEALED: 1, LAST: 2, FULL: 4 });

/** The flags that the protocol names. */
const KNOWN_FLAGS = FLAG.SEALED | FLAG.LAST | FLAG.FULL;

/**
 * One WebSocket binary message: 24 bytes of header, big-endian, and the payload.
 * @typedef {object} Frame
 * @property {number} channel
 * @property {number} type
 * @property {number} flags
 * @property {number} participant recipient or sender, see docs/protocol.md
 * @property {number} keyEpoch 1 in a sealed frame, else 0
 * @property {number} sequence per sender and channel, from 1, strictly increasing
 * @property {number} time microseconds since 1970, the sender's clock
 * @property {Uint8Array<ArrayBuffer>} payload a view into the message, not a copy
 */

/**
 * @param {Frame} frame
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {import('./status.js').StatusError} TOO_LARGE: a technician may not send that much in one frame
 */
export function encodeFrame(frame) {
  const bytes = HEADER_BYTES + frame.payload.length;
  if (bytes > LIMITS.sentFrameBytes) throw tooLarge(`a frame of ${bytes} bytes to be sent`);
  const message = new Uint8Array(bytes);
  message.set(headerBytes(frame));
  message.set(frame.payload, HEADER_BYTES);
  return message;
}

/** The 24 bytes before the payload. @param {Frame} frame @returns {Uint8Array<ArrayBuffer>} */
export function headerBytes(frame) {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setUint8(0, FRAME_VERSION);
  view.setUint8(1, frame.channel);
  view.setUint8(2, frame.type);
  view.setUint8(3, frame.flags);
  view.setUint16(4, frame.participant);
  view.setUint16(6, frame.keyEpoch);
  view.setBigUint64(8, BigInt(frame.sequence));
  view.setBigUint64(16, BigInt(frame.time));
  return header;
}

/**
 * @param {ArrayBuffer} message
 * @returns {Frame}
 * @throws {import('./status.js').StatusError} PROTOCOL_ERROR or TOO_LARGE
 */
export function decodeFrame(message) {
  if (message.byteLength > LIMITS.frameBytes) throw tooLarge(`a frame of ${message.byteLength} bytes received`);
  if (message.byteLength < HEADER_BYTES) throw protocolError(`a frame of ${message.byteLength} bytes`);
  const view = new DataView(message);
  if (view.getUint8(0) !== FRAME_VERSION) throw protocolError(`frame version ${view.getUint8(0)}`);
  if ((view.getUint8(3) & ~KNOWN_FLAGS) !== 0) throw protocolError(`flags ${view.getUint8(3)}`);
  return {
    channel: view.getUint8(1),
    type: view.getUint8(2),
    flags: view.getUint8(3),
    participant: view.getUint16(4),
    keyEpoch: view.getUint16(6),
    sequence: safeNumber(view.getBigUint64(8), 'sequence'),
    time: Number(view.getBigUint64(16)),
    payload: new Uint8Array(message, HEADER_BYTES),
  };
}

/**
 * A u64 as a number. 2^53 frames last longer than any session; what is above is not an honest sender's.
 * @param {bigint} value @param {string} what @returns {number}
 */
export function safeNumber(value, what) {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw protocolError(`${what} beyond 2^53`);
  return Number(value);
}
