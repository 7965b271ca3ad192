import { layOut } from '../core/mapping.js';
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
  /** @type {import('../core/mapping.js').ViewMode} */
  #mode = 'fit';
  #ratio = 0;
  /** What is typed is kept until the way there is whole again. */
  #waiting = false;

  /** @param {import('./texts.js').Texts} texts */
  constructor(texts) {
    this.#texts = texts;
    this.canvas = make('canvas', { attributes: { id: 'screen', width: '1', height: '1', tabindex: '-1' } });
    const quiet = { autocapitalize: 'off', autocomplete: 'off', autocorrect: 'off', spellcheck: 'false', rows: '1' };
    this.sink = make('textarea', { class: 'beistand-sink', attributes: { id: 'keys', ...quiet } });
    this.#hint = make('p', { class: 'beistand-hint' });
    this.pointer = new PointerLook(this.canvas);
    this.#room = make('div', { class: 'beistand-room' }, this.canvas, this.pointer.element, this.sink);
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
    const box = layOut(stage, this.canvas, this.#mode, devicePixelRatio);
    this.canvas.style.width = `${box.width}px`;
    this.canvas.style.height = `${box.height}px`;
    this.canvas.style.left = `${box.left}px`;
    this.canvas.style.top = `${box.top}px`;
    this.percent = Math.round((box.width / this.canvas.width) * devicePixelRatio * 100);
    // Smoothing helps when pixels are left out, and only blurs when they are not.
    setAttribute(this.canvas, 'data-scaled', String(this.percent < 100));
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
