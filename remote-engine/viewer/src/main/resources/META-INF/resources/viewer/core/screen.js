import { FLAG } from './frame.js';
import { LIMITS } from './limits.js';
import { Display } from './display.js';
import { isQuiet, pictureNumber } from './picture/reader.js';
import { Latest, Signal } from './signal.js';
import { protocolError, tooLarge } from './status.js';

/**
 * @typedef {{id: number, x: number, y: number, width: number, height: number, primary: boolean, name: string}} Monitor
 *
 * @typedef {object} Layout
 * @property {number} width pixels; 0: nothing is known yet
 * @property {number} height
 * @property {boolean} capturing false: no picture can be had
 * @property {string} reason message key, when not capturing
 * @property {ReadonlyArray<Monitor>} monitors of which the screen is made; none: nobody knows
 */

/**
 * The remote screen: takes layouts and picture frames in their order, decodes, paints, and says what was shown. One
 * frame is decoded at a time and the next waits for it, so that decoding never runs ahead of painting; a sender that
 * ignores the pace meets a limit.
 */
export class RemoteScreen {
  /** A picture has been painted; quiet: nobody waits to hear of it. @type {Signal<{number: number, quiet: boolean}>} */
  shown = new Signal();
  /** @type {Signal<Layout>} */
  laidOut = new Signal();
  /** Whether every picture received is on the canvas, there is one, and the last lacked nothing. @type {Latest<boolean>} */
  exactChanged = new Latest();
  /** There is a picture to be seen where there was none. @type {Signal<void>} */
  appeared = new Signal();
  /** What came is no picture: the connection cannot go on. @type {Signal<unknown>} */
  broken = new Signal();

  /** @type {Layout} */
  layout = { width: 0, height: 0, capturing: true, reason: '', monitors: [] };
  exact = false;

  #display;
  #decoder;
  #tail = Promise.resolve();
  /** Grows with every `forget`: work from before it is thrown away. */
  #era = 0;
  #queuedBytes = 0;
  /** Whether the last picture lacked nothing. */
  #complete = false;
  /** True until the first picture that needs no earlier one. */
  #waitingForFull = true;
  #showing = false;
  /** Of a picture whose last frame is yet to come. @type {import('./picture/decode.js').Patch[]} */
  #waitingPatches = [];

  /** @param {HTMLCanvasElement} canvas @param {import('./picture/decoders.js').PictureDecoder} decoder */
  constructor(canvas, decoder) {
    this.#display = new Display(canvas);
    this.#decoder = decoder;
  }

  /** Kept when everything that has come so far is decoded and painted, or thrown away. @returns {Promise<void>} */
  get idle() {
    return this.#tail;
  }

  /** @returns {boolean} whether a picture can be seen */
  get showing() {
    return this.#showing;
  }

  /** @param {Omit<Layout, 'monitors'> & {monitors?: ReadonlyArray<Monitor>}} layout @throws {import('./status.js').StatusError} TOO_LARGE before anything is allocated */
  lay({ width, height, capturing, reason, monitors = [] }) {
    if (monitors.length > LIMITS.monitors) throw tooLarge(`${monitors.length} monitors`);
    const side = LIMITS.screenSide;
    if (width > side || height > side || width * height > LIMITS.screenPixels) {
      throw tooLarge(`a screen of ${width}x${height}`);
    }
    if (capturing && (width === 0 || height === 0)) throw protocolError('a screen without pixels');
    if (capturing && (width !== this.layout.width || height !== this.layout.height)) {
      this.forget();
      this.#display.resize(width, height);
      this.#decoder.resize(width, height);
    }
    this.layout = { width: this.#display.width, height: this.#display.height, capturing, reason, monitors };
    this.laidOut.emit(this.layout);
  }

  /**
   * @param {import('./frame.js').Frame} frame a picture frame; its buffer is taken over
   * @throws {import('./status.js').StatusError} PROTOCOL_ERROR: a picture before a layout; TOO_LARGE: far too many at once
   */
  picture(frame) {
    const { width, height } = this.#display;
    if (width === 0) throw protocolError('a picture before a layout');
    // The pace allows two pictures under way; raw pixels and their framing bound what an honest one can be.
    const bytes = frame.payload.length;
    const waiting = this.#queuedBytes + bytes;
    if (waiting > 3 * width * height * 4 + LIMITS.frameBytes) throw tooLarge(`${waiting} bytes of pictures waiting`);
    this.#queuedBytes = waiting;
    this.#setExact(false);
    const era = this.#era;
    this.#tail = this.#tail.then(async () => {
      try {
        if (era === this.#era) await this.#take(frame, era);
      } catch (cause) {
        if (era === this.#era) this.broken.emit(cause);
      } finally {
        this.#queuedBytes -= bytes;
        if (this.#queuedBytes === 0 && frame.flags & FLAG.LAST) this.#setExact(this.showing && this.#complete);
      }
    });
  }

  /** @param {import('./frame.js').Frame} frame @param {number} era */
  async #take(frame, era) {
    const full = (frame.flags & FLAG.FULL) !== 0;
    const last = (frame.flags & FLAG.LAST) !== 0;
    if (this.#waitingForFull && !full) {
      // Changes to a picture that we do not have (any more): the asked-for full one is on its way.
      const number = pictureNumber(frame.payload);
      if (last) this.shown.emit({ number, quiet: isQuiet(frame.payload) });
      return;
    }
    const picture = await this.#decoder.decode({ payload: frame.payload, full, last });
    if (era !== this.#era) return;
    this.#waitingForFull = false;
    this.#waitingPatches.push(...picture.patches);
    if (!last) return;
    this.#display.paint(this.#waitingPatches.splice(0));
    this.#complete = picture.complete;
    this.shown.emit(picture);
    if (!this.#showing) {
      this.#showing = true;
      this.appeared.emit();
    }
  }

  /** What is shown counts no more: the next picture must be a full one. What is still under way is thrown away. */
  forget() {
    this.#era++;
    this.#waitingForFull = true;
    this.#showing = false;
    this.#waitingPatches = [];
    this.#setExact(false);
  }

  /** Forgets, and shows black: the customer has taken the view back. */
  clear() {
    this.forget();
    this.#display.clear();
    this.#decoder.clear();
  }

  close() {
    this.#decoder.close();
  }

  /** @param {boolean} exact */
  #setExact(exact) {
    if (exact === this.exact) return;
    this.exact = exact;
    this.exactChanged.emit(exact);
  }
}
