import { make, show } from './dom.js';

/** The lens, CSS pixels. */
const WIDTH = 280;
const HEIGHT = 180;
/** Beside the pointer, so that it hides nothing that is pointed at, CSS pixels. */
const BESIDE = 28;
/** Device pixels for each remote pixel in it, unless the picture is larger already. */
const POWER = 2;

/**
 * A lens over the picture: shows what is around the pointer larger, and follows it. Without a mouse it follows the
 * customer's pointer, and begins in the middle.
 */
export class Magnifier {
  element;
  on = false;
  #canvas;
  #context;
  /** The remote pixel in the middle of the lens. */
  #at = { x: 0, y: 0 };

  /** @param {HTMLCanvasElement} canvas the picture's @param {import('../core/screen.js').RemoteScreen} screen */
  constructor(canvas, screen) {
    this.#canvas = canvas;
    this.element = make('canvas', { class: 'beistand-lens', attributes: { 'aria-hidden': 'true', 'data-part': 'lens' } });
    const context = this.element.getContext('2d', { alpha: false });
    if (!context) throw new Error('this browser gives no 2d canvas');
    this.#context = context;
    show(this.element, false);
    canvas.addEventListener('pointermove', (event) => this.#follow(event.clientX, event.clientY));
    screen.shown.add(() => this.#draw());
  }

  toggle() {
    this.on = !this.on;
    const { left, top, width, height } = this.#visible();
    if (this.on) this.#follow(left + width / 2, top + height / 2);
    show(this.element, this.on);
  }

  /** The customer's pointer is there. @param {import('../core/mapping.js').Point} place remote pixels */
  look({ x, y }) {
    const box = this.#canvas.getBoundingClientRect();
    this.#follow(box.left + ((x + 0.5) * box.width) / this.#canvas.width, box.top + ((y + 0.5) * box.height) / this.#canvas.height);
  }

  /** @returns {DOMRect} of the room that the picture is seen in */
  #visible() {
    return (this.element.parentElement ?? this.#canvas).getBoundingClientRect();
  }

  /** @param {number} clientX @param {number} clientY */
  #follow(clientX, clientY) {
    if (!this.on) return;
    const box = this.#canvas.getBoundingClientRect();
    this.#at = {
      x: ((clientX - box.left) * this.#canvas.width) / box.width,
      y: ((clientY - box.top) * this.#canvas.height) / box.height,
    };
    const room = this.#visible();
    const x = clientX - room.left;
    const y = clientY - room.top;
    const left = x + BESIDE + WIDTH < room.width ? x + BESIDE : x - BESIDE - WIDTH;
    const top = y + BESIDE + HEIGHT < room.height ? y + BESIDE : y - BESIDE - HEIGHT;
    this.element.style.left = `${Math.max(0, left)}px`;
    this.element.style.top = `${Math.max(0, top)}px`;
    this.#draw();
  }

  #draw() {
    if (!this.on) return;
    const ratio = devicePixelRatio;
    const lens = this.element;
    lens.width = WIDTH * ratio;
    lens.height = HEIGHT * ratio;
    const seen = (this.#canvas.getBoundingClientRect().width * ratio) / this.#canvas.width;
    const scale = Math.max(POWER, Math.ceil(seen * POWER));
    const width = lens.width / scale;
    const height = lens.height / scale;
    const context = this.#context;
    context.imageSmoothingEnabled = false;
    const left = Math.round(this.#at.x - width / 2);
    const top = Math.round(this.#at.y - height / 2);
    context.drawImage(this.#canvas, left, top, width, height, 0, 0, lens.width, lens.height);
    context.strokeStyle = '#c4161c';
    context.lineWidth = ratio;
    context.strokeRect((this.#at.x - left) * scale - 3 * ratio, (this.#at.y - top) * scale - 3 * ratio, 6 * ratio, 6 * ratio);
  }
}
