import { WheelNotches, toRemote } from '../mapping.js';
import { Touch } from './touch.js';

/**
 * Takes the mouse, pen or finger on the canvas and sends it in remote pixels. While a button is down the pointer is
 * captured, so that a drag may leave the canvas and still ends.
 */
export class Pointer {
  #canvas;
  #sender;
  #touch;
  #wheel = new WheelNotches();
  /** The last position sent. @type {import('../mapping.js').Point | null} */
  #last = null;

  /**
   * @param {HTMLCanvasElement} canvas whose width and height are the remote screen's
   * @param {import('./sender.js').InputSender} sender
   * @param {() => void} pressed the canvas was pressed: keys should go there now
   * @param {import('./touch.js').Gestures} gestures what fingers do to the picture here
   */
  constructor(canvas, sender, pressed, gestures = { zoom: () => undefined, pan: () => false }) {
    this.#canvas = canvas;
    this.#sender = sender;
    this.#touch = new Touch(sender, (point) => this.#at(point), gestures);
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    canvas.addEventListener('pointerdown', (event) => {
      // The browser's own focus change would take the keys away again.
      event.preventDefault();
      if (event.pointerType === 'touch') {
        // Keys stay where they are: every tap would open the on-screen keyboard.
        this.#hold(event);
        this.#touch.down(event);
        return;
      }
      pressed();
      this.#button(event, true);
    });
    canvas.addEventListener('pointerup', (event) => {
      if (event.pointerType === 'touch') this.#touch.up(event);
      else this.#button(event, false);
    });
    canvas.addEventListener('pointercancel', () => this.#touch.cancel());
    canvas.addEventListener('wheel', (event) => this.#turn(event), { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    // Middle click scrolls, and back and forward leave the page: both are the other side's here.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('auxclick', (event) => event.preventDefault());
    canvas.addEventListener('mouseup', (event) => event.preventDefault());
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType === 'touch') {
      this.#touch.move(event);
      return;
    }
    // A second button of a mouse is reported as a move.
    if (event.button >= 0) {
      this.#button(event, (event.buttons & BIT_OF_BUTTON[event.button]) !== 0);
      return;
    }
    const at = this.#remote(event);
    if (this.#last && this.#last.x === at.x && this.#last.y === at.y) return;
    this.#last = at;
    this.#sender.move(at);
  }

  /** @param {PointerEvent} event @param {boolean} pressed */
  #button(event, pressed) {
    if (event.button < 0 || event.button >= BIT_OF_BUTTON.length) return;
    if (pressed) this.#hold(event);
    this.#last = this.#remote(event);
    this.#sender.button(this.#last, event.button, pressed);
  }

  /** What begins here ends here, wherever it goes. @param {PointerEvent} event */
  #hold(event) {
    // A pointer that is gone already, or was never there, cannot be held.
    if (this.#canvas.isConnected && event.isTrusted) this.#canvas.setPointerCapture(event.pointerId);
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
    return this.#at({ x: event.clientX, y: event.clientY });
  }

  /** @param {import('../mapping.js').Point} point of the page @returns {import('../mapping.js').Point} */
  #at(point) {
    return toRemote(point, this.#canvas.getBoundingClientRect(), this.#canvas);
  }
}

/** MouseEvent.buttons by MouseEvent.button: left, middle, right, back, forward. */
const BIT_OF_BUTTON = [1, 4, 2, 8, 16];
