import { LIMITS } from '../limits.js';

/** Pieces that may always be under way: with one, nothing would move while its confirmation does. */
const FEWEST = 2;
const MOST = Math.floor(LIMITS.fileBytesUnderWay / LIMITS.filePieceBytes);
/** A confirmation that takes so much longer than the fastest has waited behind other pieces, milliseconds. */
const LATE = 50;

/**
 * How many pieces may be under way that the receiver has not confirmed: one more for each confirmation that came about as
 * fast as the fastest yet, one less for each that did not. The line loses nothing, so a queue shows as delay only; a
 * file that never makes one does not hold up keys and pictures. Times are given, so that this knows no clock.
 */
export class PathWindow {
  #allowed = FEWEST;
  #fastest = Infinity;
  /** Of each piece under way, where it ends in the file and when it left. @type {{end: number, at: number}[]} */
  #underWay = [];

  /** Pieces that may be under way now. */
  get allowed() {
    return this.#allowed;
  }

  /** Whether another piece may leave. */
  get open() {
    return this.#underWay.length < this.#allowed;
  }

  /** @param {number} end bytes of the file up to the piece's end @param {number} now milliseconds */
  sent(end, now) {
    this.#underWay.push({ end, at: now });
  }

  /** @param {number} bytes of the file that the receiver has @param {number} now milliseconds */
  confirmed(bytes, now) {
    const count = this.#underWay.findIndex(({ end }) => end > bytes);
    const arrived = this.#underWay.splice(0, count < 0 ? this.#underWay.length : count);
    // The last one made the receiver say so; those before it may have waited for it.
    const last = arrived.at(-1);
    if (!last) return;
    const took = now - last.at;
    this.#fastest = Math.min(this.#fastest, took);
    const step = took <= this.#fastest + LATE ? 1 : -1;
    this.#allowed = Math.min(MOST, Math.max(FEWEST, this.#allowed + step));
  }
}
