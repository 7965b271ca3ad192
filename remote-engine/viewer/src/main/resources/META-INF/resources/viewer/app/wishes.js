import { make, setText, show } from './dom.js';

/** Over the picture, until it is answered: a colleague asks for mouse and keyboard. */
export class Wishes {
  element;
  #texts;
  #text;
  #pass;
  #asker = 0;

  /** @param {import('./texts.js').Texts} texts @param {import('../core/steering.js').Steering} steering */
  constructor(texts, steering) {
    this.#texts = texts;
    this.#text = make('p', {});
    const button = (/** @type {string} */ action, /** @type {() => void} */ act, look = '') =>
      make('button', {
        class: `beistand-button ${look}`,
        text: texts.get(action),
        attributes: { type: 'button', 'data-action': action },
        on: { click: act },
      });
    this.#pass = button('wish.pass', () => steering.pass(this.#asker), 'beistand-primary');
    const row = make('div', { class: 'beistand-buttons' }, button('wish.refuse', () => steering.refuse(this.#asker)), this.#pass);
    const attributes = { role: 'status', 'aria-live': 'assertive', hidden: '' };
    this.element = make('section', { class: 'beistand-wish', attributes }, this.#text, row);
  }

  /** @param {{id: number, name: string} | undefined} asker the first in line */
  update(asker) {
    show(this.element, asker !== undefined);
    this.#asker = asker?.id ?? 0;
    if (asker) setText(this.#text, this.#texts.get('wish', { name: asker.name }));
  }
}
