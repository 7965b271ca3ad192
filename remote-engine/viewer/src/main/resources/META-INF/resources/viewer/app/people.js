import { ROLE } from '../core/wire.gen.js';
import { make } from './dom.js';

/** @typedef {{action: string, act: () => void}} Choice something that can be done with or for a person */

/**
 * One line of the list.
 * @typedef {object} Row
 * @property {string} name
 * @property {string} words role and what else there is to say
 * @property {ReadonlyArray<Choice>} choices
 */

/** Who is in the session, who leads, who steers, and what the technician can do about it. */
export class People {
  element;
  #texts;
  #session;
  #handOver;
  #drawn = '';

  /**
   * @param {import('./texts.js').Texts} texts
   * @param {import('../core/session.js').ViewerSession} session
   * @param {(person: import('../core/presence.js').Person) => void} handOver
   */
  constructor(texts, session, handOver) {
    this.#texts = texts;
    this.#session = session;
    this.#handOver = handOver;
    this.element = make('ul', { class: 'beistand-everybody', attributes: { 'aria-label': texts.get('people') } });
  }

  /** Draws anew only what has changed: a button under the pointer must stay the same button. */
  update() {
    const rows = this.#rows();
    const drawn = JSON.stringify(rows);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.element.replaceChildren(...rows.map((row) => this.#row(row)));
  }

  /** @returns {Row[]} */
  #rows() {
    const { presence, chat } = this.#session;
    const { self: id } = this.#session.steering;
    const self = { id, role: ROLE.TECHNICIAN, subject: '', displayName: chat.author, features: [], away: false };
    return [self, ...presence.people].map((person) => ({
      name: person.displayName || this.#texts.get(person.role === ROLE.APPLET ? 'role.customer' : 'role.technician'),
      words: this.#words(person),
      choices: person.role === ROLE.APPLET ? [] : this.#choices(person),
    }));
  }

  /** @param {import('../core/presence.js').Person} person @returns {string} */
  #words({ id, role, away }) {
    const { steering, permissions } = this.#session;
    const texts = this.#texts;
    const controlled = permissions.of('control') === 'granted';
    const words = [texts.get(role === ROLE.APPLET ? 'role.customer' : 'role.technician')];
    if (id === steering.self) words.unshift(texts.get('chat.you'));
    if (steering.told && id === steering.leading) words.push(texts.get('people.leads'));
    if (controlled && steering.told && id === steering.steering) words.push(texts.get('people.steers'));
    if (steering.isAsking(id)) words.push(texts.get('people.asks'));
    if (away) words.push(texts.get('away'));
    return words.join(' · ');
  }

  /** @param {import('../core/presence.js').Person} person @returns {Choice[]} */
  #choices(person) {
    const { steering } = this.#session;
    const { id } = person;
    if (!steering.told) return [];
    if (id === steering.self) return this.#ownChoices();
    const choices = [];
    if (steering.mine && !person.away) choices.push({ action: 'steer.pass', act: () => steering.pass(id) });
    if (steering.leading === steering.self) {
      choices.push({ action: 'handover', act: () => this.#handOver(person) });
    }
    return choices;
  }

  /** @returns {Choice[]} */
  #ownChoices() {
    const { steering, permissions, presence } = this.#session;
    const alone = presence.people.every(({ role }) => role === ROLE.APPLET);
    if (alone || permissions.of('control') !== 'granted') return [];
    return steering.mine ? [{ action: 'steer.let_go', act: () => steering.letGo() }] : [];
  }

  /** @param {Row} row */
  #row({ name, words, choices }) {
    const text = make('span', {}, make('strong', { text: name }), make('small', { text: words }));
    const buttons = choices.map(({ action, act }) => {
      const label = this.#texts.get(action);
      const attributes = { type: 'button', 'data-action': action, 'aria-label': `${label}: ${name}` };
      return make('button', { class: 'beistand-button', text: label, attributes, on: { click: act } });
    });
    return make('li', { attributes: { 'data-person': name } }, text, ...buttons);
  }
}
