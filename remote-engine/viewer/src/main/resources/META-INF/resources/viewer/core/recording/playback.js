import { RemoteCursor } from '../cursor.js';
import { LIMITS } from '../limits.js';
import { RemoteScreen } from '../screen.js';
import { Latest, Signal } from '../signal.js';
import * as wire from '../wire.gen.js';
import { countBelow, is, isPlayed } from './tape.js';

const { DECISION, MESSAGE_TYPE, PERMISSION } = wire;

/** Nothing happens for longer than this: still time, milliseconds; it may be made this short. */
const STILL = 3000;
const SHORTENED = 1000;
/** Behind the plan by more than this, the plan begins anew instead of rushing, milliseconds. */
const LATE = 250;

/** The way from one entry to the next: places on the line, and when by the page's clock, milliseconds. @typedef {{from: number, to: number, begun: number, lasts: number}} Stretch */

/**
 * Plays a reel through the viewer's own decoders, at its recorded pace or faster, from any place on. One frame is shown at
 * a time, and the next waits for it. `play`, `pause`, `seek` and the rest may be called at any time, also while an earlier
 * call has not come to its end; `close` once.
 */
export class Playback {
  /** Something of what can be asked here is another, position apart. @type {Signal<void>} */
  changed = new Signal();
  /** True: what is shown is about to be made anew and may flicker; false: it is made. @type {Latest<boolean>} */
  remaking = new Latest();
  /** What stands at this place cannot be shown; what comes later perhaps can. @type {Signal<unknown>} */
  failed = new Signal();

  screen;
  cursor = new RemoteCursor();
  /** Whether still times are made short. */
  skipsStill = true;
  speed = 1;
  playing = false;
  /** @type {import('./reel.js').Reel} */
  reel;

  /** The reel that the picture is of. @type {import('./reel.js').Reel | null} */
  #shown = null;
  /** Of the next entry. */
  #next = 0;
  #position = 0;
  /** Where to go. @type {number | null} */
  #target = null;
  /** @type {Stretch | null} */
  #stretch = null;
  /** When the last stretch should have ended. @type {number | null} */
  #due = null;
  #driving = false;
  #closed = false;
  #stale = true;
  /** @type {{cause: unknown} | null} */
  #broken = null;
  #wake = () => {};

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import('../picture/decoders.js').PictureDecoder} decoder
   * @param {import('./reel.js').Reel} reel shown from its first picture on
   */
  constructor(canvas, decoder, reel) {
    this.screen = new RemoteScreen(canvas, decoder);
    this.screen.broken.add((cause) => (this.#broken = { cause }));
    this.reel = reel;
    this.seek(reel.opening);
  }

  /** Milliseconds from the reel's beginning. */
  get position() {
    if (this.#target !== null) return this.#target;
    if (!this.#stretch) return this.#position;
    const { from, to, begun, lasts } = this.#stretch;
    return from + (to - from) * Math.min(1, Math.max(0, (performance.now() - begun) / lasts));
  }

  /** Whether the picture is not yet what the position says. */
  get busy() {
    return this.#target !== null;
  }

  /** Whether there is nothing more to play. */
  get over() {
    return this.#target === null && this.#shown !== null && this.#next >= this.reel.length;
  }

  /** At the end, from the beginning. */
  play() {
    if (this.over) this.#target = 0;
    this.playing = true;
    this.#goOn();
  }

  pause() {
    this.#position = this.position;
    this.playing = false;
    this.#goOn();
  }

  /** @param {number} at milliseconds from the beginning; beyond it: the beginning or the end */
  seek(at) {
    this.#target = Math.min(this.reel.duration, Math.max(0, at));
    this.#goOn();
  }

  /** @param {number} speed 1 is as it was */
  setSpeed(speed) {
    this.#position = this.position;
    this.speed = speed;
    this.#goOn();
  }

  /** @param {boolean} skips whether still times are made short */
  skipStill(skips) {
    this.#position = this.position;
    this.skipsStill = skips;
    this.#goOn();
  }

  /** Another technician's view of the same moment. @param {import('./reel.js').Reel} reel */
  change(reel) {
    const clock = this.reel.clock(this.position);
    this.reel = reel;
    this.seek(clock - reel.clock(0));
  }

  close() {
    this.#closed = true;
    this.playing = false;
    this.#goOn();
    this.screen.close();
  }

  #goOn() {
    this.#stretch = null;
    this.#due = null;
    this.changed.emit();
    this.#wake();
    if (!this.#driving) void this.#drive();
  }

  /** The only one that shows anything: whatever is wanted meanwhile, it sees between two steps. */
  async #drive() {
    this.#driving = true;
    try {
      while (!this.#closed && (await this.#step()));
    } catch (cause) {
      this.#giveUp(cause);
    } finally {
      this.#driving = false;
    }
  }

  /** @returns {Promise<boolean>} whether there is more to do */
  async #step() {
    if (this.#target !== null) {
      await this.#goTo(this.#target);
      return true;
    }
    if (!this.playing) return false;
    if (this.#next >= this.reel.length) {
      this.#position = this.reel.duration;
      this.playing = false;
      this.changed.emit();
      return false;
    }
    const to = this.reel.at(this.#next);
    const stretch = (this.#stretch ??= this.#plan(to));
    const end = stretch.begun + stretch.lasts;
    await this.#sleep(end - performance.now());
    if (this.#stretch !== stretch) return true;
    await this.#show(this.#next);
    if (this.#stretch !== stretch) return true;
    this.#position = to;
    this.#stretch = null;
    this.#due = end;
    return true;
  }

  /** @param {number} to @returns {Stretch} */
  #plan(to) {
    const now = performance.now();
    const from = this.#position;
    const still = this.skipsStill && to - from > STILL;
    const begun = this.#due !== null && now - this.#due < LATE ? this.#due : now;
    return { from, to, begun, lasts: (still ? SHORTENED : Math.max(0, to - from)) / this.speed };
  }

  /** @param {number} at */
  async #goTo(at) {
    const { reel } = this;
    const end = reel.after(at);
    const whole = reel.whole(end);
    if (this.#shown !== reel) this.#stale = true;
    if (this.#stale || end < this.#next || whole > this.#next) {
      this.remaking.emit(true);
      await this.#remake(whole);
    }
    while (this.#next < end) {
      if (this.#target !== at || this.reel !== reel || this.#closed) return;
      await this.#show(this.#next);
    }
    if (this.#target !== at || this.reel !== reel) return;
    this.#position = at;
    this.#target = null;
    this.remaking.emit(false);
    this.changed.emit();
  }

  /** Everything as it was right before an entry that needs no earlier picture. @param {number} number */
  async #remake(number) {
    this.#shown = this.reel;
    this.#begin();
    const { tape, index } = this.reel.entry(number);
    const { layout, image, shape, place } = tape.index;
    const needed = [
      ...layout.slice(0, countBelow(layout, index)).slice(-1),
      ...image.slice(0, countBelow(image, index)).slice(-LIMITS.cursorsKept),
      ...shape.slice(0, countBelow(shape, index)).slice(-1),
      ...place.slice(0, countBelow(place, index)).slice(-1),
    ];
    this.#next = number;
    for (const earlier of needed) await this.#take(await tape.open(earlier));
    this.#stale = false;
  }

  /** A connection begins: nothing of the one before holds. */
  #begin() {
    this.screen.clear();
    this.#broken = null;
    this.cursor.forget();
  }

  /** @param {number} number of the entry that comes next */
  async #show(number) {
    const { tape, index } = this.reel.entry(number);
    if (index === 0) this.#begin();
    if (isPlayed(tape.entries[index])) await this.#take(await tape.open(index));
    this.#next = number + 1;
  }

  /** @param {import('../frame.js').Frame} frame the applet's */
  async #take(frame) {
    const { payload } = frame;
    if (is(frame, MESSAGE_TYPE.SCREEN_LAYOUT)) this.screen.lay(wire.decodeScreenLayout(payload));
    else if (is(frame, MESSAGE_TYPE.SCREEN_PICTURE)) this.screen.picture(frame);
    else if (is(frame, MESSAGE_TYPE.CURSOR_SHAPE)) this.#shape(payload);
    else if (is(frame, MESSAGE_TYPE.CURSOR_MOVED)) this.cursor.move(wire.decodeCursorMoved(payload));
    else if (is(frame, MESSAGE_TYPE.PERMISSION_STATE)) this.#follow(wire.decodePermissionState(payload).granted.includes(PERMISSION.VIEW));
    else if (is(frame, MESSAGE_TYPE.PERMISSION_DECISION)) {
      const { permission, decision } = wire.decodePermissionDecision(payload);
      if (permission === PERMISSION.VIEW) this.#follow(decision === DECISION.GRANTED);
    }
    await this.screen.idle;
    if (this.#broken) throw this.#broken.cause;
  }

  /** @param {Uint8Array} payload */
  #shape(payload) {
    try {
      this.cursor.shape(wire.decodeCursorShape(payload));
    } catch (cause) {
      // The picture is worth seeing without it.
      console.warn('beistand: a pointer that cannot be shown', cause);
      this.cursor.shaped.emit(null);
    }
  }

  /** The technician saw nothing any more, and neither does who looks at this. @param {boolean} viewing */
  #follow(viewing) {
    if (!viewing && this.screen.showing) this.screen.clear();
  }

  /** @param {unknown} cause */
  #giveUp(cause) {
    if (this.#closed) return;
    this.#position = this.#target ?? this.position;
    this.#target = null;
    this.#stretch = null;
    this.playing = false;
    this.#stale = true;
    this.remaking.emit(false);
    this.changed.emit();
    this.failed.emit(cause);
  }

  /** @param {number} milliseconds @returns {Promise<void>} earlier when something is wanted */
  #sleep(milliseconds) {
    if (milliseconds <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
