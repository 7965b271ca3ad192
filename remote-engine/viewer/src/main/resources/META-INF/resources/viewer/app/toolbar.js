import { CHORDS } from '../core/input/chords.js';
import { make, setAttribute, setText, show } from './dom.js';
import { placeUnder } from './drop.js';
import { icon } from './icons.js';

/** @typedef {'view' | 'control' | 'record'} Askable */

/** What may be asked for, and the picture beside it. @type {ReadonlyArray<[Askable, string]>} */
const ASKABLE = [
  ['view', 'eye'],
  ['control', 'pointer'],
  ['record', 'record'],
];

/**
 * @typedef {object} ToolbarActions
 * @property {(permission: Askable) => void} ask
 * @property {(mode: import('../core/mapping.js').ViewMode) => void} mode
 * @property {() => void} fullscreen
 * @property {(chord: string) => void} chord
 * @property {() => void} typeText
 * @property {() => void} screenshot
 * @property {() => void} panel
 * @property {() => void} end
 */

/**
 * The slim bar above the picture. What the grant does not carry is not there; what must be asked shows a lock.
 * Every button is a real button in one row, so that it is reached with Tab.
 */
export class Toolbar {
  element;
  #texts;
  /** @type {Map<Askable, {button: HTMLButtonElement, label: HTMLElement, chip: HTMLElement}>} */
  #asks = new Map();
  #fit;
  #exact;
  #fullscreen;
  #keys;
  #type;
  #screenshot;
  #panel;
  #panelLabel;
  #badge;
  #end;
  #title;

  /** @param {import('./texts.js').Texts} texts @param {ToolbarActions} actions @param {HTMLElement} people their tools */
  constructor(texts, actions, people) {
    this.#texts = texts;
    this.#title = make('span', { class: 'beistand-title' });
    this.#fit = this.#button('fit', 'fit', 'mode.fit', () => actions.mode('fit'));
    this.#exact = this.#button('exact', 'exact', 'mode.exact', () => actions.mode('exact'));
    this.#fullscreen = this.#button('fullscreen', 'fullscreen', 'fullscreen', actions.fullscreen);
    this.#keys = this.#keyMenu(actions.chord);
    this.#type = this.#button('type', 'text', 'type', actions.typeText);
    this.#screenshot = this.#button('screenshot', 'camera', 'screenshot', actions.screenshot);
    this.#badge = make('span', { class: 'beistand-badge', attributes: { 'data-unread': '0' } });
    this.#panel = this.#button('panel', 'chat', 'panel', actions.panel);
    this.#panelLabel = /** @type {HTMLElement} */ (this.#panel.lastElementChild);
    this.#panel.append(this.#badge);
    this.#end = this.#button('end', 'end', 'end', actions.end);
    this.#end.classList.add('beistand-danger');
    const asks = ASKABLE.map(([permission, picture]) => this.#ask(permission, picture, actions.ask));
    const spring = make('span', { class: 'beistand-spring' });
    const attributes = { role: 'toolbar', 'aria-label': texts.get('toolbar.label') };
    const modes = make('span', { class: 'beistand-pair', attributes: { role: 'group' } }, this.#fit, this.#exact);
    const tools = [modes, this.#fullscreen, this.#keys, this.#type, this.#screenshot];
    this.element = make('header', { class: 'beistand-toolbar', attributes }, this.#title, ...asks, ...tools, spring);
    this.element.append(people, this.#panel, this.#end);
  }

  /** Room for another tool. @param {HTMLElement} tool */
  add(tool) {
    this.#screenshot.before(tool);
  }

  /** Gives the keyboard a place here again. */
  focus() {
    const first = this.element.querySelector('button:not([hidden]):not([disabled])');
    if (first instanceof HTMLButtonElement) first.focus();
  }

  /**
   * @param {import('../core/permissions.js').Permissions} permissions
   * @param {import('./situation.js').Situation} situation
   * @param {{askSeconds: number, mode: string, panel: import('./panel.js').Panel, title: string, steers: boolean, leads: boolean}} view
   */
  update(permissions, situation, { askSeconds, mode, panel, title, steers, leads }) {
    setText(this.#title, title);
    const reachable = !['connecting', 'reconnecting', 'ended', 'waiting', 'away'].includes(situation);
    for (const [permission] of ASKABLE) this.#updateAsk(permission, permissions, reachable, askSeconds, steers);
    const live = situation === 'live';
    const steering = live && permissions.of('control') === 'granted' && steers;
    for (const button of [this.#fit, this.#exact, this.#fullscreen, this.#screenshot]) show(button, live);
    show(this.#keys, steering);
    show(this.#type, steering);
    show(this.#end, situation !== 'ended' && leads);
    setAttribute(this.#fit, 'aria-pressed', String(mode === 'fit'));
    setAttribute(this.#exact, 'aria-pressed', String(mode === 'exact'));
    this.#updatePanel(panel);
  }

  /** @param {import('./panel.js').Panel} panel */
  #updatePanel({ open, unread, hasFiles }) {
    const label = this.#texts.get(hasFiles ? 'panel.files' : 'panel');
    setText(this.#panelLabel, label);
    setAttribute(this.#panel, 'aria-label', label);
    setAttribute(this.#panel, 'aria-expanded', String(open));
    setAttribute(this.#panel, 'title', this.#texts.get(open ? 'panel.close' : 'panel.open'));
    setText(this.#badge, unread > 0 ? String(unread) : '');
    setAttribute(this.#badge, 'data-unread', String(unread));
    setAttribute(this.#badge, 'aria-label', unread > 0 ? this.#texts.get('panel.unread', { count: unread }) : '');
  }

  /**
   * @param {Askable} permission
   * @param {import('../core/permissions.js').Permissions} permissions
   * @param {boolean} reachable @param {number} askSeconds @param {boolean} steers
   */
  #updateAsk(permission, permissions, reachable, askSeconds, steers) {
    const parts = this.#asks.get(permission);
    if (!parts) return;
    const answer = permissions.of(permission);
    show(parts.button, permissions.mayAsk(permission) && reachable && answer !== 'granted');
    // That it is recorded is said in the strip, for as long as it is.
    show(parts.chip, answer === 'granted' && permission !== 'record' && (permission !== 'control' || steers));
    parts.button.disabled = answer === 'asking';
    const seconds = secondsLeft(permissions.askedAt(permission), askSeconds);
    const asking = this.#texts.get(`asking.${permission}`, { seconds });
    setText(parts.label, answer === 'asking' ? asking : this.#texts.get(`ask.${permission}`));
  }

  /**
   * @param {Askable} permission
   * @param {string} picture
   * @param {(permission: Askable) => void} ask
   */
  #ask(permission, picture, ask) {
    const button = this.#button(`ask-${permission}`, 'lock', `ask.${permission}`, () => ask(permission));
    button.classList.add('beistand-wordy');
    const label = /** @type {HTMLElement} */ (button.lastElementChild);
    const text = make('span', { text: this.#texts.get(`granted.${permission}`) });
    const title = this.#texts.get(`granted.${permission}.hint`);
    const attributes = { title, 'data-granted': permission };
    const chip = make('span', { class: 'beistand-chip', attributes }, icon(picture), text);
    this.#asks.set(permission, { button, label, chip });
    return make('span', { class: 'beistand-ask' }, button, chip);
  }

  /** @param {(chord: string) => void} send @returns {HTMLElement} */
  #keyMenu(send) {
    const id = 'beistand-keys';
    const menu = make('div', { class: 'beistand-menu', attributes: { popover: 'auto', id } });
    for (const chord of Object.keys(CHORDS)) {
      const choose = () => {
        menu.hidePopover();
        send(chord);
      };
      const attributes = { type: 'button', 'data-chord': chord };
      menu.append(make('button', { text: this.#texts.get(`keys.${chord}`), attributes, on: { click: choose } }));
    }
    const button = this.#button('keys', 'keyboard', 'keys', () => placeUnder(menu, button));
    button.setAttribute('popovertarget', id);
    return make('span', { class: 'beistand-drop' }, button, menu);
  }

  /** @param {string} action @param {string} picture @param {string} key @param {() => void} act */
  #button(action, picture, key, act) {
    const label = make('span', { class: 'beistand-label', text: this.#texts.get(key) });
    const hint = this.#texts.getOr(`${key}.hint`, key);
    const attributes = { type: 'button', 'data-action': action, title: hint, 'aria-label': this.#texts.get(key) };
    return make('button', { attributes, on: { click: act } }, icon(picture), label);
  }
}

/** @param {number} since performance.now() @param {number} seconds @returns {number} whole seconds, at least 0 */
export function secondsLeft(since, seconds) {
  return Math.max(0, Math.ceil(seconds - (performance.now() - since) / 1000));
}
