import { HEADER_BYTES, safeNumber } from '../frame.js';
import { LIMITS } from '../limits.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * A frame on a tape: where it lies, and what its header says without a key.
 * @typedef {object} Entry
 * @property {number} offset of the frame, bytes from the tape's beginning
 * @property {number} length bytes of the frame
 * @property {number} time microseconds since 1970, the relay's clock; never less than the one before
 * @property {boolean} fromApplet else from the technician
 * @property {number} channel
 * @property {number} type
 * @property {number} flags
 * @property {number} participant
 * @property {Bytes | null} frame all of it, if it was asked for
 */

/** u64 time, u8 direction, u32 length. */
const HEAD_BYTES = 13;
const BOTH_HEADS = HEAD_BYTES + HEADER_BYTES;
const END = 0;
const APPLET = 1;
const TECHNICIAN = 2;

/** Nothing that a relay writes stands here. What came before is whole. */
export class DamagedTape extends Error {
  /** @param {number} offset bytes @param {string} detail */
  constructor(offset, detail) {
    super(`no entry at byte ${offset}: ${detail}`);
    this.offset = offset;
  }
}

/**
 * Finds the entries of a tape that comes in pieces of any size. Frames are passed over, not kept, unless they are wanted;
 * each length meets its limit before anything is allocated for it. An incomplete last entry is no error.
 */
export class TapeScanner {
  #wanted;
  #head = new Uint8Array(BOTH_HEADS);
  #headBytes = 0;
  /** Of the frame under way. @type {Entry | null} */
  #entry = null;
  #entryBytes = 0;
  #offset = 0;
  #time = 0;
  #ended = false;
  /** Last sequence of each direction and channel. @type {Map<string, number>} */
  #sequences = new Map();

  /** @param {(entry: Entry) => boolean} wanted whether all of this frame is to be given */
  constructor(wanted) {
    this.#wanted = wanted;
  }

  /** Whether the mark has come that stands at the end of a tape which nothing cut short. */
  get ended() {
    return this.#ended;
  }

  /**
   * @param {Uint8Array} piece the next
   * @returns {Generator<Entry, void, void>} those that are whole now
   * @throws {DamagedTape} after those before it
   */
  *take(piece) {
    for (let at = 0; at < piece.length; ) {
      const before = at;
      at = this.#entry ? this.#passFrame(this.#entry, piece, at) : this.#takeHead(piece, at);
      this.#offset += at - before;
      if (this.#entry && this.#entryBytes === this.#entry.length) {
        yield this.#entry;
        this.#entry = null;
      }
    }
  }

  /** @param {Uint8Array} piece @param {number} at @returns {number} behind what was taken */
  #takeHead(piece, at) {
    // The first head says whether there may be a second.
    const until = this.#headBytes < HEAD_BYTES ? HEAD_BYTES : BOTH_HEADS;
    if (this.#ended) this.#refuse('something behind the end');
    const end = Math.min(piece.length, at + until - this.#headBytes);
    this.#head.set(piece.subarray(at, end), this.#headBytes);
    this.#headBytes += end - at;
    if (this.#headBytes === HEAD_BYTES) this.#checkHead();
    if (this.#headBytes === BOTH_HEADS) this.#begin(this.#offset + end - at);
    return end;
  }

  #checkHead() {
    const view = new DataView(this.#head.buffer);
    const direction = view.getUint8(8);
    const length = view.getUint32(9);
    if (direction === END && length === 0) {
      this.#ended = true;
      this.#headBytes = 0;
      return;
    }
    if (direction !== APPLET && direction !== TECHNICIAN) this.#refuse(`direction ${direction}`);
    if (length < HEADER_BYTES || length > LIMITS.frameBytes) this.#refuse(`a frame of ${length} bytes`);
    if (view.getBigUint64(0) > BigInt(Number.MAX_SAFE_INTEGER)) this.#refuse('a time beyond 2^53');
  }

  /** @param {number} at bytes from the tape's beginning: behind the frame's header */
  #begin(at) {
    const view = new DataView(this.#head.buffer);
    const fromApplet = view.getUint8(8) === APPLET;
    const channel = view.getUint8(HEAD_BYTES + 1);
    this.#checkSequence(`${fromApplet}/${channel}`, view.getBigUint64(HEAD_BYTES + 8));
    // A relay's clock may be set back; what came later stays later.
    this.#time = Math.max(this.#time, safeNumber(view.getBigUint64(0), 'time'));
    /** @type {Entry} */
    const entry = {
      offset: at - HEADER_BYTES,
      length: view.getUint32(9),
      time: this.#time,
      fromApplet,
      channel,
      type: view.getUint8(HEAD_BYTES + 2),
      flags: view.getUint8(HEAD_BYTES + 3),
      participant: view.getUint16(HEAD_BYTES + 4),
      frame: null,
    };
    if (this.#wanted(entry)) {
      entry.frame = new Uint8Array(entry.length);
      entry.frame.set(this.#head.subarray(HEAD_BYTES));
    }
    this.#headBytes = 0;
    this.#entry = entry;
    this.#entryBytes = HEADER_BYTES;
  }

  /** Nothing on a tape comes twice or out of order. @param {string} lane @param {bigint} sequence */
  #checkSequence(lane, sequence) {
    if (sequence > BigInt(Number.MAX_SAFE_INTEGER)) this.#refuse('a sequence beyond 2^53');
    const number = Number(sequence);
    const last = this.#sequences.get(lane) ?? 0;
    if (number <= last) this.#refuse(`sequence ${number} after ${last}`);
    this.#sequences.set(lane, number);
  }

  /** @param {Entry} entry @param {Uint8Array} piece @param {number} at @returns {number} behind what was passed */
  #passFrame(entry, piece, at) {
    const end = Math.min(piece.length, at + entry.length - this.#entryBytes);
    entry.frame?.set(piece.subarray(at, end), this.#entryBytes);
    this.#entryBytes += end - at;
    return end;
  }

  /** @param {string} detail @returns {never} */
  #refuse(detail) {
    throw new DamagedTape(this.#offset, detail);
  }
}
