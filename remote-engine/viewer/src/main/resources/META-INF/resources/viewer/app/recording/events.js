import { make, setAttribute } from '../dom.js';
import { clockOf, markWords } from './words.js';

/** @typedef {import('../../core/recording/reel.js').Mark} Mark */

/** What happened, in a row beside the picture; a click goes there, and the last that has happened is marked. */
export class Events {
  element;
  #texts;
  #seek;
  #list;
  /** @type {ReadonlyArray<Mark>} */
  #marks = [];
  #current = -1;

  /** @param {import('../texts.js').Texts} texts @param {(at: number) => void} seek */
  constructor(texts, seek) {
    this.#texts = texts;
    this.#seek = seek;
    const title = texts.get('recording.events');
    const head = make('div', { class: 'beistand-panel-head' }, make('h2', { text: title }));
    this.#list = make('ol', { class: 'beistand-events', attributes: { 'data-part': 'events' } });
    this.element = make('aside', { class: 'beistand-panel', attributes: { 'aria-label': title } }, head, this.#list);
  }

  /** @param {import('../../core/recording/playback.js').Playback} playback */
  update({ reel, position }) {
    if (reel.marks !== this.#marks) this.#draw(reel.marks);
    let current = -1;
    // Marks of tapes that overlap may not be in order; the last one that has begun is meant.
    reel.marks.forEach(({ at }, index) => (current = at <= position ? index : current));
    if (current === this.#current) return;
    this.#row(this.#current)?.removeAttribute('aria-current');
    this.#current = current;
    const row = this.#row(current);
    if (!row) return;
    setAttribute(row, 'aria-current', 'true');
    this.#reveal(row);
  }

  /** @param {ReadonlyArray<Mark>} marks */
  #draw(marks) {
    this.#marks = marks;
    this.#current = -1;
    this.#list.replaceChildren(...marks.map((mark) => make('li', {}, this.#button(mark))));
  }

  /** @param {Mark} mark */
  #button(mark) {
    const time = clockOf(mark.at);
    const from = mark.kind === 'said' ? (mark.fromCustomer ? 'customer' : 'technician') : '';
    const attributes = { type: 'button', 'data-kind': mark.kind, 'data-from': from, title: this.#texts.get('recording.event.goto', { time }) };
    const words = make('span', { class: 'beistand-what', text: markWords(this.#texts, mark) });
    if (mark.kind === 'said') words.prepend(make('strong', { text: mark.author }));
    return make('button', { attributes, on: { click: () => this.#seek(mark.at) } }, make('span', { class: 'beistand-at', text: time }), words);
  }

  /** @param {number} index @returns {Element | null | undefined} */
  #row(index) {
    return this.#list.children[index]?.firstElementChild;
  }

  /** Within the list only: the page itself does not move. @param {Element} row */
  #reveal(row) {
    const [seen, box] = [this.#list.getBoundingClientRect(), row.getBoundingClientRect()];
    if (box.top < seen.top) this.#list.scrollTop -= seen.top - box.top;
    else if (box.bottom > seen.bottom) this.#list.scrollTop += box.bottom - seen.bottom;
  }
}
