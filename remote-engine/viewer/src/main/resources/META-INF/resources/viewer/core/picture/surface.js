import { BLACK } from './pixel.js';

/** @typedef {{x: number, y: number, width: number, height: number}} Area */

/** The remote screen in memory, exact: what every picture is painted into and every copy is taken from. */
export class Surface {
  /** @param {number} width @param {number} height pixels, already checked against LIMITS */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    /** Canvas pixels, see pixel.js, row by row. */
    this.pixels = new Uint32Array(width * height).fill(BLACK);
  }

  /** @param {Area} area @param {number} color */
  fill({ x, y, width, height }, color) {
    for (let row = y; row < y + height; row++) {
      const at = row * this.width + x;
      this.pixels.fill(color, at, at + width);
    }
  }

  /** @param {Area} area @param {Uint32Array} pixels row by row */
  write({ x, y, width, height }, pixels) {
    for (let row = 0; row < height; row++) {
      this.pixels.set(pixels.subarray(row * width, (row + 1) * width), (y + row) * this.width + x);
    }
  }

  /** Copies as one step: the source may overlap the area. @param {Area} area @param {number} fromX @param {number} fromY */
  copy({ x, y, width, height }, fromX, fromY) {
    const down = y > fromY;
    for (let index = 0; index < height; index++) {
      const row = down ? height - 1 - index : index;
      const from = (fromY + row) * this.width + fromX;
      this.pixels.copyWithin((y + row) * this.width + x, from, from + width);
    }
  }

  /** A copy of these pixels, to be handed over. @param {Area} area @returns {ArrayBuffer} */
  cut({ x, y, width, height }) {
    if (width === this.width) {
      return this.pixels.slice(y * width, (y + height) * width).buffer;
    }
    const part = new Uint32Array(width * height);
    for (let row = 0; row < height; row++) {
      const at = (y + row) * this.width + x;
      part.set(this.pixels.subarray(at, at + width), row * width);
    }
    return part.buffer;
  }

  clear() {
    this.pixels.fill(BLACK);
  }
}
