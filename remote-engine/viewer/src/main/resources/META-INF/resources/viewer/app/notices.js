import { make } from './dom.js';
import { icon } from './icons.js';

/** How long a notice can be read, milliseconds. What it says can be seen elsewhere afterwards. */
const READABLE = 6000;

/** Short words on what has just happened, over the picture; said by screen readers, never moving anything. */
export class Notices {
  element;
  #texts;

  /** @param {import('./texts.js').Texts} texts */
  constructor(texts) {
    this.#texts = texts;
    this.element = make('div', { class: 'beistand-notices', attributes: { role: 'status', 'aria-live': 'polite' } });
  }

  /** @param {string} text @param {'good' | 'plain' | 'bad'} tone */
  say(text, tone = 'plain') {
    const attributes = { type: 'button', 'aria-label': this.#texts.get('close') };
    const notice = make('div', { class: 'beistand-notice', attributes: { 'data-tone': tone } }, make('p', { text }));
    const gone = () => notice.remove();
    notice.append(make('button', { class: 'beistand-close', attributes, on: { click: gone } }, icon('close')));
    // One at a time: the picture is what the technician looks at.
    this.element.replaceChildren(notice);
    setTimeout(gone, READABLE);
  }
}
