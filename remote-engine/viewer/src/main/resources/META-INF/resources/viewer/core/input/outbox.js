import { LIMITS } from '../limits.js';
import { Signal } from '../signal.js';

/** Nothing confirmed for so long: something was lost without our hearing of it, milliseconds. */
const STALLED_AFTER = 5000;

/**
 * Where input goes. `shut`: nowhere, control is not granted. `open`: to the applet. `interrupted`: it was open, and the way
 * is broken; input is kept until the applet says what holds now.
 * @typedef {'shut' | 'open' | 'interrupted'} Way
 *
 * @typedef {{stream: number, number: number, settled: number}} Order
 *
 * @typedef {object} Kept
 * @property {number} number
 * @property {number} madeAt performance.now()
 * @property {boolean} underWay
 * @property {(order: Order) => void} send
 */

/**
 * Input on its way: numbered, kept until the applet has confirmed it, and sent again after an interruption, so that each
 * input is applied once and in order. What waits too long is given up as a whole: the end of a command without its
 * beginning is worse than nothing.
 */
export class InputOutbox {
  /** Input was given up because of an interruption. @type {Signal<{count: number}>} */
  lost = new Signal();
  /** The way has changed. @type {Signal<Way>} */
  changed = new Signal();

  /** This page among all that the technician has opened. */
  #stream = randomStream();
  /** The last number given. */
  #number = 0;
  /** Everything up to it is confirmed or given up. */
  #settled = 0;
  /** @type {Kept[]} */
  #kept = [];
  /** @type {Way} */
  #way = 'shut';
  #interruptedAt = 0;
  #timer = 0;

  get way() {
    return this.#way;
  }

  /** Whether what is put in now will be sent, or at least kept for a while. */
  get accepts() {
    if (this.#way !== 'interrupted') return this.#way === 'open';
    return performance.now() - this.#interruptedAt < LIMITS.inputAge;
  }

  /** @param {(order: Order) => void} send called once or several times, each time on the connection of the moment */
  put(send) {
    if (!this.accepts) return;
    if (this.#kept.length >= LIMITS.inputsKept) {
      this.lost.emit({ count: 1 });
      return;
    }
    this.#kept.push({ number: ++this.#number, madeAt: performance.now(), underWay: false, send });
    this.#pump();
  }

  /** Control holds: what is not confirmed goes out again, unless it is too old by now. */
  open() {
    if (this.#way === 'open') return;
    const [oldest] = this.#kept;
    const tooOld = oldest !== undefined && performance.now() - oldest.madeAt > LIMITS.inputAge;
    this.#go('open');
    if (tooOld) this.#giveUp();
    else this.#again();
  }

  /** The way to the applet is broken, here or there. */
  interrupt() {
    if (this.#way !== 'open') return;
    this.#interruptedAt = performance.now();
    this.#go('interrupted');
  }

  /** Control does not hold. */
  shut() {
    if (this.#way === 'shut') return;
    const wasInterrupted = this.#way === 'interrupted';
    this.#go('shut');
    this.#giveUp(wasInterrupted);
  }

  /** @param {{stream: number, number: number}} confirmation */
  confirm({ stream, number }) {
    if (stream !== this.#stream || number <= this.#settled || number > this.#number) return;
    this.#settled = number;
    while (this.#kept[0] && this.#kept[0].number <= number) this.#kept.shift();
    this.#watch();
    this.#pump();
  }

  /** Sends what may be under way, in order. */
  #pump() {
    if (this.#way !== 'open') return;
    for (const kept of this.#kept.slice(0, LIMITS.inputsUnderWay)) {
      if (kept.underWay) continue;
      kept.underWay = true;
      kept.send({ stream: this.#stream, number: kept.number, settled: this.#settled });
    }
    if (this.#timer === 0) this.#watch();
  }

  #again() {
    for (const kept of this.#kept) kept.underWay = false;
    this.#pump();
  }

  /** The applet confirms soon, or all that is under way goes out again: it knows by the numbers what it has. */
  #watch() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#kept.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#again();
    }, STALLED_AFTER);
  }

  /** @param {boolean} tell whether the technician has to know */
  #giveUp(tell = true) {
    const count = this.#kept.length;
    this.#kept = [];
    this.#settled = this.#number;
    if (tell && count > 0) this.lost.emit({ count });
  }

  /** @param {Way} way */
  #go(way) {
    this.#way = way;
    this.changed.emit(way);
  }
}

/** @returns {number} a whole number from 1 to 2^53-1 */
export function randomStream() {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0x1fffff) * 0x100000000 + low || 1;
}
