/**
 * The canvas. It has exactly the remote screen's pixels; how large it looks is the page's business (CSS). A picture is
 * painted at once, so that nobody sees half of one.
 */
export class Display {
  width = 0;
  height = 0;
  #context;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this browser gives no 2d canvas');
    this.#context = context;
  }

  /** @param {number} width @param {number} height pixels, already checked; what was shown is gone */
  resize(width, height) {
    this.width = width;
    this.height = height;
    this.canvas.width = width;
    this.canvas.height = height;
    this.clear();
  }

  /** @param {import('./picture/decode.js').Patch[]} patches within the screen */
  paint(patches) {
    for (const { x, y, width, height, pixels } of patches) {
      this.#context.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), x, y);
    }
  }

  /** Shows nothing any more: what the customer has withdrawn must not stay on the technician's screen. */
  clear() {
    this.#context.fillStyle = '#000';
    this.#context.fillRect(0, 0, this.width, this.height);
  }
}
