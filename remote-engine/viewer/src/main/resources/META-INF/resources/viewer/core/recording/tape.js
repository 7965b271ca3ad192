import { FLAG, decodeFrame } from '../frame.js';
import { CHANNEL, MESSAGE_TYPE } from '../wire.gen.js';
import { tells, toldByApplet, toldByTechnician } from './happened.js';
import { DamagedTape, TapeScanner } from './scanner.js';
import { Spool } from './spool.js';

/** @typedef {import('./scanner.js').Entry} Entry */

/**
 * What the helpdesk says of a tape.
 * @typedef {object} TapeCard
 * @property {string} id
 * @property {string} technicianId the subject of the technician's grant
 * @property {string} technician display name
 * @property {boolean} complete the relay has delivered all of it
 */

/** How a tape ends. `breaks`: there was more, or there will be. @typedef {'whole' | 'breaks' | 'damaged'} TapeEnd */

/** A pointer's image and its framing take more than this, sealed; a mere number takes less. */
const NAMED_SHAPE_BYTES = 80;

/**
 * One connection, as it was recorded: the sealed bytes, an index of them, and what was said and decided. Nothing else is
 * ever kept opened.
 */
export class Tape {
  /** @type {Entry[]} */
  entries = [];
  /** @type {import('./happened.js').Happening[]} */
  happenings = [];
  /** @type {TapeEnd} */
  end = 'breaks';
  /** The technician's number on this connection; 0: nothing of theirs is on the tape. */
  number = 0;
  /** Where what is found again lies, as indexes of entries, ascending. */
  index = {
    /** First frames of pictures that need no earlier one. @type {number[]} */
    full: [],
    /** Their last frames. @type {number[]} */
    fullEnds: [],
    /** @type {number[]} */
    layout: [],
    /** Looks of the pointer that came with pixels. @type {number[]} */
    image: [],
    /** All looks of the pointer. @type {number[]} */
    shape: [],
    /** Its places. @type {number[]} */
    place: [],
  };

  #openers;
  #spool = new Spool();
  #scanner = new TapeScanner(tells);
  /** Of a picture that needs no earlier one and whose last frame is yet to come; -1: none. */
  #fullBegun = -1;

  /** @param {TapeCard} card @param {import('./keys.js').Openers} openers */
  constructor(card, openers) {
    this.card = card;
    this.#openers = openers;
  }

  /** Microseconds since 1970 of the first entry; there must be one. */
  get begins() {
    return this.entries[0].time;
  }

  /** Microseconds since 1970 of the last entry; there must be one. */
  get ends() {
    return this.entries[this.entries.length - 1].time;
  }

  /**
   * The next bytes.
   * @param {Uint8Array<ArrayBuffer>} piece not to be changed any more
   * @returns {Promise<boolean>} false: it is damaged here; what came before can be played, and nothing more is wanted
   */
  async take(piece) {
    this.#spool.append(piece);
    try {
      for (const entry of this.#scanner.take(piece)) {
        if (entry.frame) await this.#listen(entry, entry.frame);
        this.#keep(entry);
      }
    } catch (cause) {
      if (!(cause instanceof DamagedTape)) throw cause;
      console.warn('beistand:', cause.message);
      this.end = 'damaged';
    }
    return this.end !== 'damaged';
  }

  /** That was all of it. */
  finish() {
    if (this.end !== 'damaged') this.end = this.card.complete && this.#scanner.ended ? 'whole' : 'breaks';
  }

  /**
   * @param {number} index of an entry
   * @returns {Promise<import('../frame.js').Frame>} as it was before it was sealed; its buffer is the caller's
   * @throws {StatusError} PROTOCOL_ERROR: it is not what the end has sealed
   */
  async open(index) {
    const { offset, length, fromApplet } = this.entries[index];
    return this.#opener(fromApplet).open(decodeFrame(await this.#spool.read(offset, length)));
  }

  /** @param {boolean} fromApplet */
  #opener(fromApplet) {
    return fromApplet ? this.#openers.applet : this.#openers.technician;
  }

  /**
   * Either end can send what cannot be read, to the relay it is all the same: that is a line of the list, and the rest can
   * still be seen.
   * @param {Entry} entry @param {Uint8Array<ArrayBuffer>} sealed
   */
  async #listen(entry, sealed) {
    entry.frame = null;
    const { fromApplet, participant, time } = entry;
    try {
      const frame = await this.#opener(fromApplet).open(decodeFrame(sealed.buffer));
      if (!fromApplet) this.number ||= participant;
      this.happenings.push(...(fromApplet ? toldByApplet(frame, time) : toldByTechnician(frame, time, this.card.technician)));
    } catch (cause) {
      console.warn('beistand: a message that cannot be read', cause);
      if (this.happenings.at(-1)?.kind !== 'unreadable') this.happenings.push({ kind: 'unreadable', time });
    }
  }

  /** @param {Entry} entry */
  #keep(entry) {
    const at = this.entries.push(entry) - 1;
    if (!entry.fromApplet) return;
    const { layout, image, shape, place } = this.index;
    if (is(entry, MESSAGE_TYPE.SCREEN_PICTURE)) this.#keepPicture(entry.flags, at);
    if (is(entry, MESSAGE_TYPE.SCREEN_LAYOUT)) layout.push(at);
    if (is(entry, MESSAGE_TYPE.CURSOR_MOVED)) place.push(at);
    if (!is(entry, MESSAGE_TYPE.CURSOR_SHAPE)) return;
    shape.push(at);
    if (entry.length > NAMED_SHAPE_BYTES) image.push(at);
  }

  /** @param {number} flags @param {number} at */
  #keepPicture(flags, at) {
    if (flags & FLAG.FULL) this.#fullBegun = at;
    if (this.#fullBegun < 0 || !(flags & FLAG.LAST)) return;
    this.index.full.push(this.#fullBegun);
    this.index.fullEnds.push(at);
    this.#fullBegun = -1;
  }
}

/** Whether it is shown, not only listed. @param {Entry} entry */
export function isPlayed({ fromApplet, channel }) {
  return fromApplet && (channel === CHANNEL.SCREEN || channel === CHANNEL.CURSOR || channel === CHANNEL.CONSENT);
}

/** @param {{channel: number, type: number}} frame @param {{channel: number, number: number}} message */
export function is({ channel, type }, message) {
  return channel === message.channel && type === message.number;
}

/** How many of an ascending list are less than a value. @param {ReadonlyArray<number>} list @param {number} value */
export function countBelow(list, value) {
  return countWhile(list.length, (at) => list[at] < value);
}

/**
 * How many things at the beginning of a row are so; those that are stand before those that are not.
 * @param {number} length @param {(at: number) => boolean} so @returns {number}
 */
export function countWhile(length, so) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (so(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
