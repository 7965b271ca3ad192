import { make, setAttribute, setText } from './dom.js';

/** A picture that is behind for less than this is not worth a word, milliseconds. */
const WORTH_SAYING = 400;

/** Says whether every pixel that is seen is the customer's: in a word, and by a mark beside it. */
export class ExactBadge {
  element;
  #texts;
  #timer = 0;

  /** @param {import('./texts.js').Texts} texts */
  constructor(texts) {
    this.#texts = texts;
    this.element = make('span', { class: 'beistand-exact', attributes: { 'data-part': 'exact' } });
    this.#say('loading');
  }

  /** @param {boolean} exact */
  show(exact) {
    clearTimeout(this.#timer);
    if (exact) this.#say('exact');
    else this.#timer = setTimeout(() => this.#say('loading'), WORTH_SAYING);
  }

  /** @param {'exact' | 'loading'} what */
  #say(what) {
    setText(this.element, this.#texts.get(`strip.${what}`));
    setAttribute(this.element, 'title', this.#texts.get(`strip.${what}.hint`));
    setAttribute(this.element, 'data-exact', String(what === 'exact'));
  }
}
