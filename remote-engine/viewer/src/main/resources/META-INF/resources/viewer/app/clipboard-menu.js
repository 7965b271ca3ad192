import { CLIPBOARD_FORM } from '../core/wire.gen.js';
import { placeUnder } from './drop.js';
import { make, setAttribute, setText, show } from './dom.js';
import { icon } from './icons.js';
import { secondsLeft } from './toolbar.js';

/** @typedef {'clipboard_in' | 'clipboard_out'} Direction */

/**
 * @typedef {object} ClipboardActions
 * @property {(direction: Direction) => void} ask
 * @property {() => void} send
 * @property {() => void} fetch
 */

/** @type {ReadonlyArray<Direction>} */
const DIRECTIONS = ['clipboard_in', 'clipboard_out'];
/** @type {ReadonlyMap<number, string>} */
const FORM_TEXTS = new Map([
  [CLIPBOARD_FORM.TEXT, 'clipboard.form.text'],
  [CLIPBOARD_FORM.HTML, 'clipboard.form.html'],
  [CLIPBOARD_FORM.PNG, 'clipboard.form.png'],
]);

/**
 * The clipboard's button and its menu: for each direction a row that asks, says that it was asked, or acts. A direction
 * that the grant does not carry is not there; a mark on the button says that something new can be fetched.
 */
export class ClipboardMenu {
  element;
  #texts;
  #button;
  #menu;
  #mark;
  /** @type {Map<Direction, {row: HTMLElement, ask: HTMLButtonElement, label: HTMLElement, chip: HTMLElement, act: HTMLButtonElement}>} */
  #rows = new Map();
  #held;

  /** @param {import('./texts.js').Texts} texts @param {ClipboardActions} actions */
  constructor(texts, actions) {
    this.#texts = texts;
    const id = 'beistand-clipboard';
    this.#held = make('p', { class: 'beistand-quiet', attributes: { 'data-part': 'clipboard-held' } });
    const rows = DIRECTIONS.map((direction) => this.#row(direction, actions));
    const attributes = { popover: 'auto', id, role: 'group', 'aria-label': texts.get('clipboard') };
    this.#menu = make('div', { class: 'beistand-menu beistand-clipboard', attributes }, ...rows);
    this.#mark = make('span', { class: 'beistand-badge', attributes: { 'data-unread': '0' } });
    const title = texts.get('clipboard.hint');
    const traits = { type: 'button', 'data-action': 'clipboard', title, 'aria-label': texts.get('clipboard'), popovertarget: id };
    const label = make('span', { class: 'beistand-label', text: texts.get('clipboard') });
    const open = () => placeUnder(this.#menu, this.#button);
    this.#button = make('button', { attributes: traits, on: { click: open } }, icon('clipboard'), label, this.#mark);
    this.element = make('span', { class: 'beistand-drop', attributes: { hidden: '' } }, this.#button, this.#menu);
  }

  /**
   * @param {import('../core/permissions.js').Permissions} permissions
   * @param {{reachable: boolean, askSeconds: number, forms: ReadonlyArray<number>, fresh: boolean, busy: boolean}} view
   */
  update(permissions, { reachable, askSeconds, forms, fresh, busy }) {
    show(this.element, reachable && DIRECTIONS.some((direction) => permissions.mayAsk(direction)));
    for (const direction of DIRECTIONS) {
      const parts = this.#rows.get(direction);
      if (!parts) continue;
      const answer = permissions.of(direction);
      show(parts.row, permissions.mayAsk(direction));
      show(parts.ask, answer !== 'granted');
      show(parts.chip, answer === 'granted');
      show(parts.act, answer === 'granted');
      parts.ask.disabled = answer === 'asking';
      const seconds = secondsLeft(permissions.askedAt(direction), askSeconds);
      const text = answer === 'asking' ? this.#texts.get(`asking.${direction}`, { seconds }) : this.#texts.get(`ask.${direction}`);
      setText(parts.label, text);
      parts.act.disabled = busy || (direction === 'clipboard_out' && forms.length === 0);
    }
    show(this.#held, permissions.of('clipboard_out') === 'granted');
    const names = forms.map((form) => FORM_TEXTS.get(form)).filter((key) => key !== undefined);
    const held = names.map((key) => this.#texts.get(key)).join(', ');
    setText(this.#held, held ? this.#texts.get('clipboard.held', { forms: held }) : this.#texts.get('clipboard.held.none'));
    setText(this.#mark, fresh ? '1' : '');
    setAttribute(this.#mark, 'data-unread', fresh ? '1' : '0');
    setAttribute(this.#mark, 'aria-label', fresh ? this.#texts.get('clipboard.fresh') : '');
  }

  close() {
    this.#menu.hidePopover();
  }

  /** @param {Direction} direction @param {ClipboardActions} actions */
  #row(direction, actions) {
    const label = make('span', { text: this.#texts.get(`ask.${direction}`) });
    const ask = make(
      'button',
      {
        class: 'beistand-wordy',
        attributes: { type: 'button', 'data-action': `ask-${direction}`, title: this.#texts.get(`ask.${direction}.hint`) },
        on: { click: () => actions.ask(direction) },
      },
      icon('lock'),
      label,
    );
    const granted = make('span', { text: this.#texts.get(`granted.${direction}`) });
    const attributes = { 'data-granted': direction, title: this.#texts.get(`granted.${direction}.hint`) };
    const chip = make('span', { class: 'beistand-chip', attributes }, icon('clipboard'), granted);
    const [action, key, run] =
      direction === 'clipboard_in'
        ? /** @type {const} */ (['clipboard-send', 'clipboard.send', actions.send])
        : /** @type {const} */ (['clipboard-fetch', 'clipboard.fetch', actions.fetch]);
    const act = make('button', {
      text: this.#texts.get(key),
      attributes: { type: 'button', 'data-action': action, title: this.#texts.get(`${key}.hint`) },
      on: { click: run },
    });
    const row = make('div', { class: 'beistand-clipboard-row' }, ask, chip, act);
    if (direction === 'clipboard_out') row.append(this.#held);
    this.#rows.set(direction, { row, ask, label, chip, act });
    return row;
  }
}
