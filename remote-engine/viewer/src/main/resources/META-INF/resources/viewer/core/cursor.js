import { LIMITS } from './limits.js';
import { Latest } from './signal.js';
import { protocolError, tooLarge } from './status.js';

/** What Hello tells the applet about this viewer. */
export const CURSOR_FEATURE = 'cursor.1';

/**
 * @typedef {object} CursorImage
 * @property {number} width pixels
 * @property {number} height
 * @property {number} hotX the pixel that points
 * @property {number} hotY
 * @property {Uint8ClampedArray<ArrayBuffer>} rgba row by row
 */

/**
 * The customer's pointer: its look, and its place when somebody else has moved it. Images come once and are then named by
 * number; which are kept follows the same rule here as in the applet.
 */
export class RemoteCursor {
  /** What the pointer looks like now; null: nobody knows. @type {Latest<CursorImage | null>} */
  shaped = new Latest();
  /** Somebody else has moved the pointer there, in remote pixels. @type {Latest<import('./mapping.js').Point>} */
  moved = new Latest();

  /** By number, in the order in which they came. @type {Map<number, CursorImage>} */
  #images = new Map();

  /**
   * @param {import('./wire.gen.js').CursorShape} shape
   * @throws {import('./status.js').StatusError} TOO_LARGE, or PROTOCOL_ERROR: not an image, or one that never came
   */
  shape({ id, width, height, hotX, hotY, pixels }) {
    if (id === 0) {
      this.shaped.emit(null);
      return;
    }
    if (pixels.length > 0) this.#keep(id, { width, height, hotX, hotY, rgba: checked(width, height, hotX, hotY, pixels) });
    const image = this.#images.get(id);
    if (!image) throw protocolError(`pointer ${id} never came`);
    this.shaped.emit(image);
  }

  /** @param {import('./mapping.js').Point} place */
  move({ x, y }) {
    this.moved.emit({ x, y });
  }

  /** The applet begins afresh. */
  forget() {
    this.#images.clear();
    this.shaped.emit(null);
  }

  /** @param {number} id @param {CursorImage} image */
  #keep(id, image) {
    this.#images.delete(id);
    this.#images.set(id, image);
    const [oldest] = this.#images.keys();
    if (this.#images.size > LIMITS.cursorsKept && oldest !== undefined) this.#images.delete(oldest);
  }
}

/**
 * @param {number} width @param {number} height @param {number} hotX @param {number} hotY @param {Uint8Array} pixels
 * @returns {Uint8ClampedArray<ArrayBuffer>} a copy
 */
function checked(width, height, hotX, hotY, pixels) {
  if (width > LIMITS.cursorSide || height > LIMITS.cursorSide) throw tooLarge(`a pointer of ${width}x${height}`);
  if (pixels.length !== width * height * 4) throw protocolError(`${pixels.length} bytes of a pointer`);
  if (hotX >= width || hotY >= height) throw protocolError('a pointer that points outside of itself');
  return new Uint8ClampedArray(pixels);
}
