import { make, setAttribute, show } from './dom.js';

/** Browsers show no larger image as a pointer, CSS pixels. */
const MOST = 128;
/** Pixels that one cannot see: of these less is nothing. */
const VISIBLE = 32;

/**
 * How the customer's pointer is seen. Who controls has its image as their own pointer over the picture: nothing is faster.
 * Who only looks, or sees somebody else move it, has it drawn at its place.
 */
export class PointerLook {
  /** Lies over the canvas, at the pointer's place. @type {HTMLCanvasElement} */
  element;
  #canvas;
  #context;
  /** @type {import('../core/cursor.js').CursorImage | null} */
  #image = null;
  /** @type {import('../core/mapping.js').Point | null} */
  #place = null;
  #steering = false;
  #live = false;
  /** Of the image as a file; revoked with the next one. */
  #address = '';
  #made = 0;

  /** @param {HTMLCanvasElement} canvas the picture's */
  constructor(canvas) {
    this.#canvas = canvas;
    this.element = make('canvas', { class: 'beistand-pointer', attributes: { 'data-part': 'pointer', 'aria-hidden': 'true' } });
    const context = this.element.getContext('2d');
    if (!context) throw new Error('this browser gives no 2d canvas');
    this.#context = context;
    canvas.addEventListener('pointermove', () => this.#steering && this.#go(null));
    this.#draw();
  }

  /** @param {import('../core/cursor.js').CursorImage | null} image */
  shape(image) {
    this.#image = image;
    this.#draw();
    void this.#dress();
  }

  /** Somebody else has moved it. @param {import('../core/mapping.js').Point} place remote pixels */
  moved(place) {
    this.#go(place);
  }

  /** Nobody knows where it is. */
  lost() {
    this.#go(null);
  }

  /** @param {{steering: boolean, live: boolean}} view */
  update({ steering, live }) {
    if (steering === this.#steering && live === this.#live) return;
    this.#steering = steering;
    this.#live = live;
    this.arrange();
    this.#wear();
  }

  /** The picture lies elsewhere, or is as large as it was not before. */
  arrange() {
    const { width, left, top } = this.#canvas.style;
    const scale = parseFloat(width) / this.#canvas.width;
    const place = this.#place;
    show(this.element, this.#live && place !== null && Number.isFinite(scale));
    if (!place || !Number.isFinite(scale)) return;
    const { hotX, hotY } = this.#image ?? ARROW;
    this.element.style.width = `${this.element.width * scale}px`;
    this.element.style.left = `${parseFloat(left) + (place.x - hotX) * scale}px`;
    this.element.style.top = `${parseFloat(top) + (place.y - hotY) * scale}px`;
  }

  /** @param {import('../core/mapping.js').Point | null} place */
  #go(place) {
    if (place === null && this.#place === null) return;
    this.#place = place;
    this.arrange();
  }

  #draw() {
    const image = this.#image;
    this.element.width = image?.width ?? ARROW.width;
    this.element.height = image?.height ?? ARROW.height;
    if (image) this.#context.putImageData(new ImageData(image.rgba, image.width, image.height), 0, 0);
    else drawArrow(this.#context);
    setAttribute(this.element, 'data-known', String(image !== null));
    this.arrange();
  }

  /** Makes the image a pointer. A program that hides its pointer leaves a dot: who steers must see where. */
  async #dress() {
    const made = ++this.#made;
    const image = this.#image;
    const file = image && isVisible(image) ? await this.#file() : null;
    if (made !== this.#made) return;
    URL.revokeObjectURL(this.#address);
    this.#address = file ? URL.createObjectURL(file) : '';
    this.#wear();
  }

  /** @returns {Promise<Blob | null>} */
  #file() {
    const { width, height } = this.element;
    const scale = Math.min(1, (MOST * devicePixelRatio) / Math.max(width, height));
    if (scale === 1) return new Promise((resolve) => this.element.toBlob(resolve));
    const smaller = new OffscreenCanvas(Math.max(1, width * scale), Math.max(1, height * scale));
    smaller.getContext('2d')?.drawImage(this.element, 0, 0, smaller.width, smaller.height);
    return smaller.convertToBlob();
  }

  #wear() {
    const image = this.#image;
    const known = this.#steering && this.#live && image !== null;
    const hidden = known && !isVisible(image);
    setAttribute(this.#canvas, 'data-pointer', hidden ? 'hidden' : known && this.#address ? 'image' : 'own');
    this.#canvas.style.cursor = known && !hidden && this.#address ? this.#css(image) : '';
  }

  /** One pixel there is one device pixel here, as in the picture at 1:1. @param {import('../core/cursor.js').CursorImage} image */
  #css({ width, height, hotX, hotY }) {
    const ratio = devicePixelRatio;
    const scale = Math.min(1, (MOST * ratio) / Math.max(width, height));
    const spot = `${Math.round((hotX * scale) / ratio)} ${Math.round((hotY * scale) / ratio)}`;
    return `image-set(url("${this.#address}") ${ratio}x) ${spot}, default`;
  }
}

/** Drawn where the image is not known. */
const ARROW = Object.freeze({ width: 12, height: 19, hotX: 0, hotY: 0 });
const ARROW_PATH = 'M.5.5v16l4-3.5 2.6 5.5 2.2-1-2.6-5.4h5z';

/** @param {CanvasRenderingContext2D} context */
function drawArrow(context) {
  const path = new Path2D(ARROW_PATH);
  context.fillStyle = '#000';
  context.strokeStyle = '#fff';
  context.fill(path);
  context.stroke(path);
}

/** @param {import('../core/cursor.js').CursorImage} image */
function isVisible({ rgba }) {
  for (let at = 3; at < rgba.length; at += 4) if ((rgba[at] ?? 0) >= VISIBLE) return true;
  return false;
}
