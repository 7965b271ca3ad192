import { Framebuffer } from './framebuffer.js';

/**
 * The canvas and its framebuffer. The canvas has exactly the remote screen's pixels; how large it looks is the page's
 * business (CSS). Painting happens once per picture, so that nobody sees half of one.
 */
export class Display {
  #context;
  /** @type {Framebuffer | null} */
  #framebuffer = null;
  /** @type {import('./framebuffer.js').Area[]} */
  #dirty = [];

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this browser gives no 2d canvas');
    this.#context = context;
  }

  get width() {
    return this.#framebuffer?.width ?? 0;
  }

  get height() {
    return this.#framebuffer?.height ?? 0;
  }

  /**
   * Gives the screen these dimensions. The same again changes nothing.
   * @param {number} width @param {number} height pixels, already checked
   * @returns {boolean} whether what was shown is gone
   */
  resize(width, height) {
    if (width === this.width && height === this.height) return false;
    this.#framebuffer = new Framebuffer(width, height);
    this.#dirty = [];
    this.canvas.width = width;
    this.canvas.height = height;
    this.#context.putImageData(this.#framebuffer.image, 0, 0);
    return true;
  }

  /**
   * Takes a decoded rectangle; it shows with the next `paint`.
   * @param {import('./picture/decode.js').Rectangle} rectangle
   */
  write(rectangle) {
    this.#framebuffer?.write(rectangle);
    this.#dirty.push(rectangle);
  }

  /** Shows all that was written since the last time. */
  paint() {
    const framebuffer = this.#framebuffer;
    if (framebuffer) {
      for (const { x, y, width, height } of this.#dirty) {
        this.#context.putImageData(framebuffer.image, 0, 0, x, y, width, height);
      }
    }
    this.#dirty = [];
  }

  /** Shows nothing any more: what the customer has withdrawn must not stay on the technician's screen. */
  clear() {
    if (!this.#framebuffer) return;
    this.#framebuffer.clear();
    this.#dirty = [];
    this.#context.putImageData(this.#framebuffer.image, 0, 0);
  }
}
