import { layOut, nextZoom, regionOf, withinZoom } from '../core/mapping.js';
import { make, setAttribute, setText, show } from './dom.js';
import { PointerLook } from './pointer-look.js';

/**
 * The room of the remote picture: the canvas, the transparent text area over it that takes the keys, and the word on
 * where keys go just now. The canvas always has the remote screen's own pixels; only its look is scaled.
 */
export class Stage {
  element;
  /** @type {HTMLCanvasElement} */
  canvas;
  /** @type {HTMLTextAreaElement} */
  sink;
  /** The customer's pointer over it. @type {PointerLook} */
  pointer;
  /** How large the picture looks, in per cent of its pixels. */
  percent = 100;

  #texts;
  #hint;
  #room;
  #view;
  /** @type {import('../core/mapping.js').ViewMode} */
  #mode = 'fit';
  #zoom = 1;
  /** The monitor that is looked at; nothing: all of it. @type {import('../core/mapping.js').Region | undefined} */
  #looked;
  #ratio = 0;
  /** What is typed is kept until the way there is whole again. */
  #waiting = false;

  /** @param {import('./texts.js').Texts} texts @param {HTMLCanvasElement} canvas the session's */
  constructor(texts, canvas) {
    this.#texts = texts;
    this.canvas = canvas;
    const quiet = { autocapitalize: 'off', autocomplete: 'off', autocorrect: 'off', spellcheck: 'false', rows: '1' };
    this.sink = make('textarea', { class: 'beistand-sink', attributes: { id: 'keys', ...quiet } });
    this.#hint = make('p', { class: 'beistand-hint' });
    this.pointer = new PointerLook(this.canvas);
    this.#view = make('div', { class: 'beistand-view' }, this.canvas, this.pointer.element);
    this.#room = make('div', { class: 'beistand-room' }, this.#view, this.sink);
    this.element = make('section', { class: 'beistand-stage' }, this.#room, this.#hint);
    // Whoever focuses the canvas means to type there.
    this.canvas.addEventListener('focus', () => this.takeKeys());
    for (const name of ['focus', 'blur']) this.sink.addEventListener(name, () => this.#followFocus());
    new ResizeObserver(() => this.arrange()).observe(this.#room);
  }

  get mode() {
    return this.#mode;
  }

  /** @param {import('../core/mapping.js').ViewMode} mode */
  setMode(mode) {
    this.#mode = mode;
    setAttribute(this.element, 'data-mode', mode);
    this.arrange();
  }

  /** @param {import('../core/mapping.js').Region | undefined} monitor the one to look at; nothing: all of it */
  look(monitor) {
    this.#looked = monitor;
    this.arrange();
  }

  /** Puts something over the picture. @param {HTMLElement} element */
  lay(element) {
    this.element.append(element);
  }

  /** @param {1 | -1} direction @param {import('../core/mapping.js').Point} [at] of the page, stays where it is */
  zoomBy(direction, at) {
    this.#zoomTo(nextZoom(this.percent / 100, direction), at);
  }

  /** What fingers do here. @returns {import('../core/input/touch.js').Gestures} */
  get gestures() {
    return {
      zoom: (factor, at) => this.#zoomTo(((this.#mode === 'zoom' ? this.#zoom : this.percent / 100) * factor), at),
      pan: (dx, dy) => this.#pan(dx, dy),
    };
  }

  /** @param {number} zoom @param {import('../core/mapping.js').Point} [at] */
  #zoomTo(zoom, at) {
    const room = this.#room.getBoundingClientRect();
    const { x, y } = at ?? { x: room.left + room.width / 2, y: room.top + room.height / 2 };
    const before = this.canvas.getBoundingClientRect();
    this.#zoom = withinZoom(zoom);
    this.setMode('zoom');
    const after = this.canvas.getBoundingClientRect();
    this.#room.scrollLeft += after.left + ((x - before.left) * after.width) / before.width - x;
    this.#room.scrollTop += after.top + ((y - before.top) * after.height) / before.height - y;
  }

  /** @param {number} dx @param {number} dy @returns {boolean} whether there is more of the picture than room */
  #pan(dx, dy) {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = this.#room;
    this.#room.scrollBy(-dx, -dy);
    return this.#mode !== 'fit' && (scrollWidth > clientWidth || scrollHeight > clientHeight);
  }

  /** Takes the keys unless somebody is writing, here or in a dialog. */
  takeKeysIfFree() {
    const { activeElement } = document;
    const writing = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
    if (!writing) requestAnimationFrame(() => this.takeKeys());
  }

  takeKeys() {
    this.sink.focus({ preventScroll: true });
  }

  /** Lays the canvas out anew: the room, the screen, the mode or the device's pixels have changed. */
  arrange() {
    const { clientWidth, clientHeight } = this.#room;
    this.#watchRatio();
    if (clientWidth === 0 || this.canvas.width <= 1) return;
    const stage = { width: clientWidth, height: clientHeight };
    const { x, y, width, height } = regionOf(this.#looked, this.canvas);
    const box = layOut(stage, { width, height }, this.#mode, devicePixelRatio, this.#zoom);
    for (const side of /** @type {const} */ (['left', 'top', 'width', 'height'])) this.#view.style[side] = `${box[side]}px`;
    const across = box.width / width;
    const down = box.height / height;
    this.canvas.style.width = `${this.canvas.width * across}px`;
    this.canvas.style.height = `${this.canvas.height * down}px`;
    this.canvas.style.left = `${-x * across}px`;
    this.canvas.style.top = `${-y * down}px`;
    this.percent = Math.round(across * devicePixelRatio * 100);
    // Smoothing helps when pixels are left out, and only blurs when they are not.
    setAttribute(this.canvas, 'data-scaled', String(this.percent % 100 !== 0));
    this.pointer.arrange();
  }

  /** @param {{customer: string, steering: boolean, waiting: boolean, live: boolean, dimmed: boolean}} view */
  update({ customer, steering, waiting, live, dimmed }) {
    show(this.canvas, live || dimmed);
    show(this.sink, steering);
    this.pointer.update({ steering, live: live || dimmed });
    setAttribute(this.element, 'data-dimmed', String(dimmed));
    setAttribute(this.sink, 'aria-label', this.#texts.get('sink.label', { customer }));
    show(this.#hint, steering);
    this.#hint.dataset.customer = customer;
    this.#waiting = waiting;
    this.#followFocus();
  }

  #followFocus() {
    const taken = document.activeElement === this.sink;
    setAttribute(this.element, 'data-keys', String(taken));
    const customer = this.#hint.dataset.customer ?? '';
    const goes = this.#waiting ? 'hint.kept' : 'hint.keys';
    setText(this.#hint, this.#texts.get(taken ? goes : 'hint.here', { customer }));
  }

  /** The window went to a screen with other pixels, or the page was zoomed. */
  #watchRatio() {
    if (this.#ratio === devicePixelRatio) return;
    this.#ratio = devicePixelRatio;
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => this.arrange(), { once: true });
  }
}
