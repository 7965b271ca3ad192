import { make, setAttribute, setText, show } from './dom.js';
import { secondsLeft } from './toolbar.js';

/**
 * @typedef {object} CardFacts
 * @property {import('./situation.js').Situation} situation
 * @property {string} customer
 * @property {boolean} mayControl
 * @property {number} askedAt
 * @property {number} askSeconds
 * @property {number} retryAt performance.now() of the next attempt
 * @property {string} problem message key of what happened: why it ended, why there is no picture
 * @property {boolean} canReload
 */

/**
 * The one calm card in the middle of the stage whenever there is no picture to see: what is going on, and what to do.
 */
export class Card {
  element;
  #texts;
  #title;
  #more;
  #view;
  #control;
  #retry;
  #reload;
  #ticket;

  /**
   * @param {import('./texts.js').Texts} texts
   * @param {string} ticketUrl empty: there is no way back to show
   * @param {{ask: (permission: 'view' | 'control') => void, retry: () => void, reload: () => void}} actions
   */
  constructor(texts, ticketUrl, actions) {
    this.#texts = texts;
    this.#title = make('h2', {});
    this.#more = make('p', {});
    this.#view = this.#button('card-view', 'ask.view', () => actions.ask('view'), 'beistand-primary');
    this.#control = this.#button('card-control', 'ask.control', () => actions.ask('control'));
    this.#retry = this.#button('card-retry', 'card.reconnecting.now', actions.retry, 'beistand-primary');
    this.#reload = this.#button('card-reload', 'card.reload', actions.reload);
    const attributes = { href: ticketUrl, 'data-action': 'card-ticket' };
    this.#ticket = make('a', { class: 'beistand-button beistand-primary', text: texts.get('ticket.back'), attributes });
    const buttons = [this.#view, this.#control, this.#retry, this.#reload, this.#ticket];
    const row = make('div', { class: 'beistand-buttons' }, ...buttons);
    this.element = make('section', { class: 'beistand-card', attributes: { role: 'status' } }, this.#title, this.#more, row);
  }

  /** @param {CardFacts} facts */
  update(facts) {
    const { situation, customer, mayControl, canReload } = facts;
    show(this.element, situation !== 'live');
    setAttribute(this.element, 'data-situation', situation);
    setText(this.#title, this.#titleOf(situation, customer));
    setText(this.#more, this.#moreOf(facts));
    show(this.#view, situation === 'here');
    show(this.#control, situation === 'here' && mayControl);
    show(this.#retry, situation === 'reconnecting' && facts.retryAt > 0);
    show(this.#reload, situation === 'ended' && canReload);
    show(this.#ticket, situation === 'ended' && this.#ticket.getAttribute('href') !== '');
  }

  /** @param {import('./situation.js').Situation} situation @param {string} customer */
  #titleOf(situation, customer) {
    if (situation === 'live') return '';
    return this.#texts.get(situation === 'nothing' ? 'card.here' : `card.${situation}`, { customer });
  }

  /** @param {CardFacts} facts @returns {string} */
  #moreOf({ situation, askedAt, askSeconds, retryAt, problem }) {
    const texts = this.#texts;
    switch (situation) {
      case 'live':
        return '';
      case 'nothing':
        return texts.get('card.here.nothing');
      case 'ended':
        return texts.getOr(problem, 'status.unknown');
      case 'capture':
        return `${texts.getOr(problem, 'capture.nothing')} ${texts.get('card.capture.more')}`;
      case 'asking':
        return texts.get('card.asking.more', { seconds: secondsLeft(askedAt, askSeconds) });
      case 'reconnecting':
        if (retryAt === 0) return texts.get('card.connecting.more');
        return `${texts.getOr(problem, 'status.lost')} ${texts.get('card.reconnecting.more', {
          seconds: Math.max(0, Math.ceil((retryAt - performance.now()) / 1000)),
        })}`;
      default:
        return texts.get(`card.${situation}.more`);
    }
  }

  /** @param {string} action @param {string} key @param {() => void} act @param {string} look */
  #button(action, key, act, look = '') {
    const attributes = { type: 'button', 'data-action': action };
    const traits = { class: `beistand-button ${look}`, text: this.#texts.get(key), attributes, on: { click: act } };
    return make('button', traits);
  }
}
