import { make, setAttribute, setText, show } from './dom.js';

/** @typedef {{name: string, label: string, panel: HTMLElement}} Tab */

/**
 * A row of tabs, one of which shows its panel. Tab reaches the row at the chosen one, arrow keys, Home and End choose; a
 * mark says how much is new behind one that is not looked at.
 */
export class Tabs {
  element;
  #tabs;
  #chosen;
  /** @type {Map<string, {button: HTMLButtonElement, mark: HTMLElement}>} */
  #parts = new Map();
  #current;

  /** @param {string} label @param {[Tab, ...Tab[]]} tabs the first is chosen @param {() => void} chosen another one is */
  constructor(label, tabs, chosen) {
    this.#tabs = tabs;
    this.#chosen = chosen;
    this.#current = tabs[0].name;
    const attributes = { role: 'tablist', 'aria-label': label };
    const on = { keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) };
    this.element = make('div', { class: 'beistand-tabs', attributes, on }, ...tabs.map((tab) => this.#tab(tab)));
    this.#draw();
  }

  get current() {
    return this.#current;
  }

  /** @param {string} name */
  choose(name) {
    if (name === this.#current) return;
    this.#current = name;
    this.#draw();
    this.#chosen();
  }

  /** @param {string} name @param {number} count how much is new there @param {string} words the same, as said */
  mark(name, count, words) {
    const mark = this.#parts.get(name)?.mark;
    if (!mark) return;
    setText(mark, count > 0 ? String(count) : '');
    show(mark, count > 0);
    setAttribute(mark, 'data-new', String(count));
    setAttribute(mark, 'aria-label', count > 0 ? words : '');
  }

  /** @param {Tab} tab */
  #tab({ name, label, panel }) {
    const [id, controls] = [`beistand-tab-${name}`, `beistand-panel-${name}`];
    const mark = make('span', { class: 'beistand-badge', attributes: { 'data-new': '0', hidden: '' } });
    const attributes = { type: 'button', role: 'tab', id, 'aria-controls': controls, 'data-tab': name };
    const on = { click: () => this.choose(name) };
    const button = make('button', { attributes, on }, make('span', { text: label, attributes: { 'data-text': label } }), mark);
    this.#parts.set(name, { button, mark });
    for (const [key, value] of Object.entries({ id: controls, role: 'tabpanel', 'aria-labelledby': id })) {
      panel.setAttribute(key, value);
    }
    return button;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key } = event;
    const last = this.#tabs.length - 1;
    const at = this.#tabs.findIndex(({ name }) => name === this.#current);
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[key];
    const tab = next === undefined ? undefined : this.#tabs[next];
    if (!tab) return;
    event.preventDefault();
    this.choose(tab.name);
    this.#parts.get(tab.name)?.button.focus();
  }

  #draw() {
    for (const { name, panel } of this.#tabs) {
      const button = this.#parts.get(name)?.button;
      const chosen = name === this.#current;
      show(panel, chosen);
      if (!button) continue;
      setAttribute(button, 'aria-selected', String(chosen));
      setAttribute(button, 'tabindex', chosen ? '0' : '-1');
    }
  }
}
