import { make, setAttribute, setText, show } from './dom.js';
import { ExactBadge } from './exact-badge.js';

/**
 * The line below the picture: how the connection is, who is here, what is allowed, how good the picture is. In words.
 */
export class Strip {
  element;
  #texts;
  #state;
  #record;
  #latency;
  #people;
  #words;
  #allowed;
  #size;
  #exact;

  /** @param {import('./texts.js').Texts} texts */
  constructor(texts) {
    this.#texts = texts;
    this.#state = make('span', { class: 'beistand-state', attributes: { 'data-part': 'state' } });
    this.#record = make('span', { class: 'beistand-recorded', attributes: { 'data-part': 'record', title: texts.get('strip.record.hint') } });
    // Stays, so that a screen reader hears what comes and goes in it.
    const recorded = make('span', { attributes: { role: 'status', 'aria-live': 'polite' } }, this.#record);
    this.#latency = make('span', { attributes: { 'data-part': 'latency', title: texts.get('strip.latency.hint') } });
    this.#people = make('ul', { class: 'beistand-people', attributes: { 'data-part': 'people' } });
    this.#words = make('span', {
      class: 'beistand-words',
      attributes: { 'data-part': 'words', title: texts.get('strip.words.hint'), tabindex: '0' },
    });
    this.#allowed = make('span', { attributes: { 'data-part': 'allowed' } });
    this.#size = make('span', { attributes: { 'data-part': 'size' } });
    this.#exact = new ExactBadge(texts);
    const spring = make('span', { class: 'beistand-spring' });
    const parts = [this.#state, recorded, this.#latency, this.#people, this.#words, spring, this.#allowed, this.#size, this.#exact.element];
    const attributes = { 'aria-label': texts.get('strip.label') };
    this.element = make('footer', { class: 'beistand-strip', attributes }, ...parts);
  }

  /** @param {number} milliseconds */
  latency(milliseconds) {
    const rounded = milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds).toString();
    const local = this.#texts.language === 'de' ? rounded.replace('.', ',') : rounded;
    setText(this.#latency, this.#texts.get('strip.latency', { milliseconds: local }));
  }

  /** What both ends show when nobody is in between. @param {ReadonlyArray<string>} words none: no keys yet */
  words(words) {
    setText(this.#words, words.length ? this.#texts.get('strip.words', { words: words.join(' ') }) : '');
    show(this.#words, words.length > 0);
  }

  /** @param {boolean} exact */
  exact(exact) {
    this.#exact.show(exact);
  }

  /**
   * @param {object} view
   * @param {import('../core/states.js').StateName} view.state
   * @param {ReadonlyArray<import('../core/presence.js').Person>} view.people
   * @param {import('../core/presence.js').Person | undefined} view.customer
   * @param {boolean} view.recorded
   * @param {boolean} view.viewing
   * @param {boolean} view.steering
   * @param {string} view.steeredBy who has mouse and keyboard when we have not; empty: nobody
   * @param {boolean} view.live
   * @param {{width: number, height: number}} view.layout
   * @param {number} view.percent
   */
  update({ state, people, customer, recorded, viewing, steering, steeredBy, live, layout, percent }) {
    const texts = this.#texts;
    const joined = state === 'joined';
    setText(this.#state, texts.get(`state.${state}`));
    show(this.#record, joined && recorded);
    setText(this.#record, joined && recorded ? texts.get('strip.record') : '');
    show(this.#latency, joined);
    show(this.#people, joined);
    this.#drawPeople(people, customer);
    const own = texts.get(steering ? 'strip.control' : viewing ? 'strip.view' : 'strip.none');
    setText(this.#allowed, steeredBy ? `${own} · ${texts.get('strip.steered', { name: steeredBy })}` : own);
    setAttribute(this.#allowed, 'data-allowed', steering ? 'control' : viewing ? 'view' : 'none');
    show(this.#allowed, joined);
    show(this.#size, live);
    show(this.#exact.element, live);
    setText(this.#size, texts.get('strip.size', { width: layout.width, height: layout.height, percent }));
  }

  /**
   * @param {ReadonlyArray<import('../core/presence.js').Person>} people
   * @param {import('../core/presence.js').Person | undefined} customer
   */
  #drawPeople(people, customer) {
    const texts = this.#texts;
    const words = people.map((person) => {
      const role = texts.get(person === customer || person.id === customer?.id ? 'role.customer' : 'role.technician');
      const name = person.displayName || role;
      return `${name} (${person.away ? `${role}, ${texts.get('away')}` : role})`;
    });
    if (words.length === 0) words.push(texts.get('strip.nobody'));
    if (words.join('\n') === [...this.#people.children].map((item) => item.textContent).join('\n')) return;
    this.#people.replaceChildren(...words.map((text) => make('li', { text })));
  }
}
