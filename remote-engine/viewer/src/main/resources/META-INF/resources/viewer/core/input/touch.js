import { WheelNotches } from '../mapping.js';

/** A finger that rests for so long means the right button, milliseconds. */
const LONG_PRESS = 500;
/** A finger that moves less has not moved, CSS pixels. */
const STILL = 10;
/** So much closer or farther apart are two fingers that zoom rather than scroll, CSS pixels. */
const PINCH = 24;
/** Two fingers' way for one notch is shorter than a wheel's, by this. */
const SCROLL_FACTOR = 2.5;

/**
 * What fingers do to the picture as it is shown here.
 * @typedef {object} Gestures
 * @property {(factor: number, at: {x: number, y: number}) => void} zoom around a point of the page
 * @property {(dx: number, dy: number) => boolean} pan CSS pixels; false: the picture is all there
 */

/**
 * Fingers on the picture: a tap clicks, a long press is the right button, one finger drags, two scroll or zoom. Who only
 * looks moves the picture with one finger. Fed by the Pointer with touches only.
 */
export class Touch {
  #sender;
  #remote;
  #gestures;
  /** Fingers that are down, in CSS pixels of the page. @type {Map<number, import('../mapping.js').Point>} */
  #fingers = new Map();
  /** @type {'none' | 'resting' | 'dragging' | 'two' | 'pinching' | 'done'} */
  #state = 'none';
  #start = { x: 0, y: 0 };
  #middle = { x: 0, y: 0 };
  #apart = 1;
  #timer = 0;
  #wheel = new WheelNotches();

  /**
   * @param {import('./sender.js').InputSender} sender
   * @param {(point: import('../mapping.js').Point) => import('../mapping.js').Point} remote the remote pixel under a point
   * @param {Gestures} gestures
   */
  constructor(sender, remote, gestures) {
    this.#sender = sender;
    this.#remote = remote;
    this.#gestures = gestures;
  }

  /** @param {PointerEvent} event */
  down(event) {
    const at = { x: event.clientX, y: event.clientY };
    this.#fingers.set(event.pointerId, at);
    if (this.#fingers.size === 1) {
      this.#state = 'resting';
      this.#start = at;
      this.#timer = setTimeout(() => this.#longPress(), LONG_PRESS);
    } else if (this.#fingers.size === 2) {
      clearTimeout(this.#timer);
      if (this.#state === 'dragging') this.#button(at, 0, false);
      this.#state = 'two';
      this.#wheel.reset();
      this.#measure();
    }
  }

  /** @param {PointerEvent} event */
  move(event) {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const at = { x: event.clientX, y: event.clientY };
    this.#fingers.set(event.pointerId, at);
    if (this.#state === 'two' || this.#state === 'pinching') this.#two();
    else if (this.#state === 'dragging') this.#drag(before, at);
    else if (this.#state === 'resting' && distance(this.#start, at) > STILL) {
      clearTimeout(this.#timer);
      this.#state = 'dragging';
      if (this.#sender.allowed) this.#button(this.#start, 0, true);
      this.#drag(before, at);
    }
  }

  /** @param {PointerEvent} event */
  up(event) {
    if (!this.#fingers.delete(event.pointerId)) return;
    clearTimeout(this.#timer);
    const at = { x: event.clientX, y: event.clientY };
    if (this.#state === 'resting') this.#click(this.#start, 0);
    else if (this.#state === 'dragging') this.#button(at, 0, false);
    this.#state = this.#fingers.size === 0 ? 'none' : 'done';
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#fingers.clear();
    this.#state = 'none';
    this.#sender.releaseAll();
  }

  #longPress() {
    this.#state = 'done';
    this.#click(this.#start, 2);
  }

  /** @param {import('../mapping.js').Point} before @param {import('../mapping.js').Point} at */
  #drag(before, at) {
    if (this.#sender.allowed) this.#sender.move(this.#remote(at));
    else this.#gestures.pan(at.x - before.x, at.y - before.y);
  }

  #two() {
    const middle = this.#middle;
    const apart = this.#apart;
    const [one, other] = [...this.#fingers.values()];
    if (!one || !other) return;
    if (this.#state === 'two' && Math.abs(distance(one, other) - apart) > PINCH) this.#state = 'pinching';
    const now = middleOf(one, other);
    if (this.#state === 'pinching') {
      this.#measure();
      this.#gestures.zoom(this.#apart / apart, now);
    }
    this.#middle = now;
    const dx = now.x - middle.x;
    const dy = now.y - middle.y;
    if (this.#gestures.pan(dx, dy) || this.#state === 'pinching') return;
    const turned = this.#wheel.add({ deltaX: -dx * SCROLL_FACTOR, deltaY: -dy * SCROLL_FACTOR, deltaMode: 0 });
    this.#sender.wheel(this.#remote(now), turned);
  }

  #measure() {
    const [one, other] = [...this.#fingers.values()];
    if (!one || !other) return;
    this.#middle = middleOf(one, other);
    this.#apart = Math.max(1, distance(one, other));
  }

  /** @param {import('../mapping.js').Point} at @param {number} button */
  #click(at, button) {
    this.#sender.move(this.#remote(at));
    this.#button(at, button, true);
    this.#button(at, button, false);
  }

  /** @param {import('../mapping.js').Point} at @param {number} button @param {boolean} pressed */
  #button(at, button, pressed) {
    this.#sender.button(this.#remote(at), button, pressed);
  }
}

/** @param {import('../mapping.js').Point} one @param {import('../mapping.js').Point} other */
function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** @param {import('../mapping.js').Point} one @param {import('../mapping.js').Point} other */
function middleOf(one, other) {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
