import { make, setAttribute, setText, show } from './dom.js';

/** Below these round trips, milliseconds, work feels direct, and goes well. */
const GOOD = 80;
const FAIR = 250;

/** How good the connection is: a word, the rate, and in the hint the way that everything takes. */
export class Quality {
  element;
  #texts;
  #session;
  #word;
  #rate;
  #latency = 0;
  /** By digits, made when needed and kept. @type {Intl.NumberFormat[]} */
  #formats = [];

  /**
   * @param {import('./texts.js').Texts} texts
   * @param {import('../core/session.js').ViewerSession} session
   * @param {HTMLElement} strip
   */
  constructor(texts, session, strip) {
    this.#texts = texts;
    this.#session = session;
    this.#word = make('span', { attributes: { 'data-part': 'quality-word' } });
    this.#rate = make('span', { class: 'beistand-rate', attributes: { 'data-part': 'rate' } });
    this.element = make('span', { class: 'beistand-quality', attributes: { 'data-part': 'quality', tabindex: '0' } }, this.#word, this.#rate);
    strip.querySelector('[data-part="latency"]')?.after(this.element);
    session.latency.add((milliseconds) => (this.#latency = milliseconds));
    this.update();
  }

  /** Call now and then. */
  update() {
    const texts = this.#texts;
    const known = this.#session.state.current === 'joined' && this.#latency > 0;
    show(this.element, known);
    if (!known) return;
    const level = this.#latency < GOOD ? 'good' : this.#latency < FAIR ? 'fair' : 'poor';
    setAttribute(this.element, 'data-level', level);
    setText(this.#word, texts.get(`quality.${level}`));
    setText(this.#rate, this.#rateText());
    const hint = texts.get('quality.path', { relay: this.#session.relay });
    setAttribute(this.element, 'title', hint);
    setAttribute(this.element, 'aria-label', `${this.#word.textContent}, ${this.#rate.textContent}. ${hint}`);
  }

  /** @returns {string} e.g. "1.4 MB/s" */
  #rateText() {
    const kilobytes = this.#session.traffic.rate(performance.now()) / 1000;
    if (kilobytes < 1000) return this.#texts.get('quality.rate', { kilobytes: this.#number(kilobytes, kilobytes < 10 ? 1 : 0) });
    return this.#texts.get('quality.rate.large', { megabytes: this.#number(kilobytes / 1000, 1) });
  }

  /** @param {number} value @param {0 | 1} digits at most, after the point @returns {string} */
  #number(value, digits) {
    this.#formats[digits] ??= new Intl.NumberFormat(this.#texts.language, { maximumFractionDigits: digits });
    return this.#formats[digits].format(value);
  }
}
