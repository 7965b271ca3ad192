import { BLACK } from './picture/pixel.js';

/** @typedef {{x: number, y: number, width: number, height: number}} Area */

/** The remote screen in memory, exact. Rectangles are written here first; the canvas gets what changed. */
export class Framebuffer {
  /** @param {number} width @param {number} height pixels, already checked against LIMITS */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.image = new ImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.pixels.fill(BLACK);
  }

  /** @param {import('./picture/decode.js').Rectangle} rectangle within this screen, checked by the reader */
  write({ x, y, width, height, content }) {
    if (content.pixels && width === this.width) {
      this.pixels.set(content.pixels, y * width);
      return;
    }
    for (let row = 0; row < height; row++) {
      const at = (y + row) * this.width + x;
      if (content.pixels) this.pixels.set(content.pixels.subarray(row * width, (row + 1) * width), at);
      else this.pixels.fill(content.color, at, at + width);
    }
  }

  clear() {
    this.pixels.fill(BLACK);
  }
}
