import { WheelNotches, toRemote } from '../mapping.js';

/**
 * Takes the mouse, pen or finger on the canvas and sends it in remote pixels. While a button is down the pointer is
 * captured, so that a drag may leave the canvas and still ends.
 */
export class Pointer {
  #canvas;
  #sender;
  #wheel = new WheelNotches();
  /** The last position sent. @type {import('../mapping.js').Point | null} */
  #at = null;

  /**
   * @param {HTMLCanvasElement} canvas whose width and height are the remote screen's
   * @param {import('./sender.js').InputSender} sender
   * @param {() => void} pressed the canvas was pressed: keys should go there now
   */
  constructor(canvas, sender, pressed) {
    this.#canvas = canvas;
    this.#sender = sender;
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    canvas.addEventListener('pointerdown', (event) => {
      // The browser's own focus change would take the keys away again.
      event.preventDefault();
      pressed();
      this.#button(event, true);
    });
    canvas.addEventListener('pointerup', (event) => this.#button(event, false));
    canvas.addEventListener('pointercancel', () => sender.releaseAll());
    canvas.addEventListener('wheel', (event) => this.#turn(event), { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    // Middle click scrolls, and back and forward leave the page: both are the other side's here.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('auxclick', (event) => event.preventDefault());
    canvas.addEventListener('mouseup', (event) => event.preventDefault());
  }

  /** @param {PointerEvent} event */
  #move(event) {
    // A second button of a mouse is reported as a move.
    if (event.button >= 0) {
      this.#button(event, (event.buttons & BIT_OF_BUTTON[event.button]) !== 0);
      return;
    }
    const at = this.#remote(event);
    if (this.#at && this.#at.x === at.x && this.#at.y === at.y) return;
    this.#at = at;
    this.#sender.move(at);
  }

  /** @param {PointerEvent} event @param {boolean} pressed */
  #button(event, pressed) {
    if (event.button < 0 || event.button >= BIT_OF_BUTTON.length) return;
    if (pressed && this.#canvas.isConnected) this.#canvas.setPointerCapture(event.pointerId);
    this.#at = this.#remote(event);
    this.#sender.button(this.#at, event.button, pressed);
  }

  /** @param {WheelEvent} event */
  #turn(event) {
    if (!this.#sender.allowed) {
      this.#wheel.reset();
      return;
    }
    event.preventDefault();
    this.#sender.wheel(this.#remote(event), this.#wheel.add(event));
  }

  /** @param {MouseEvent} event @returns {import('../mapping.js').Point} */
  #remote(event) {
    const box = this.#canvas.getBoundingClientRect();
    return toRemote({ x: event.clientX, y: event.clientY }, box, this.#canvas);
  }
}

/** MouseEvent.buttons by MouseEvent.button: left, middle, right, back, forward. */
const BIT_OF_BUTTON = [1, 4, 2, 8, 16];
