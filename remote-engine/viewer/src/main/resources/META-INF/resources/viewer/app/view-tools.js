import { placeUnder } from './drop.js';
import { make, setAttribute, setText, show } from './dom.js';
import { icon } from './icons.js';
import { Magnifier } from './magnifier.js';

/**
 * How the picture is looked at: which monitor, how large, the lens; and the on-screen keyboard where there is no other.
 * Joins itself to toolbar and stage. Keeps the monitor when its place or size changes, and gives it up when it is gone.
 */
export class ViewTools {
  #texts;
  #stage;
  #screen;
  #lens;
  #drop;
  #menu;
  #percent;
  #lensButton;
  #monitors;
  #keyboard;
  #changed;
  /** Name of the monitor that is looked at; empty: all of them. */
  #looked = '';

  /**
   * @param {import('./texts.js').Texts} texts
   * @param {import('../core/session.js').ViewerSession} session
   * @param {import('./stage.js').Stage} stage
   * @param {HTMLElement} toolbar
   * @param {() => void} changed
   */
  constructor(texts, session, stage, toolbar, changed) {
    this.#texts = texts;
    this.#stage = stage;
    this.#screen = session.screen;
    this.#changed = changed;
    this.#lens = new Magnifier(stage.canvas, session.screen);
    stage.lay(this.#lens.element);
    this.#percent = make('output', { class: 'beistand-percent', attributes: { 'data-part': 'zoom' } });
    const row = make(
      'div',
      { class: 'beistand-zoom', attributes: { role: 'group', 'aria-label': texts.get('zoom') } },
      this.#button('zoom-out', 'minus', 'zoom.out', () => this.#zoom(-1)),
      this.#percent,
      this.#button('zoom-in', 'plus', 'zoom.in', () => this.#zoom(1)),
    );
    this.#lensButton = this.#button('magnifier', 'lens', 'magnifier', () => this.#toggleLens());
    this.#monitors = make('div', { attributes: { role: 'group', 'aria-label': texts.get('monitors') } });
    const id = 'beistand-view';
    this.#menu = make('div', { class: 'beistand-menu', attributes: { popover: 'auto', id } }, row, this.#lensButton, this.#monitors);
    const open = this.#button('view-menu', 'lens', 'view', () => placeUnder(this.#menu, open));
    open.setAttribute('popovertarget', id);
    this.#drop = make('span', { class: 'beistand-drop' }, open, this.#menu);
    this.#keyboard = this.#button('on-screen-keyboard', 'keyboard', 'touch.keyboard', () => stage.takeKeys());
    toolbar.querySelector('.beistand-pair')?.after(this.#drop, this.#keyboard);
    session.screen.laidOut.add(() => this.#follow());
    session.cursor.moved.add((place) => this.#lens.look(place));
    stage.element.addEventListener('wheel', (event) => this.#turn(event, session.input.allowed), { passive: false });
    this.#follow();
  }

  /** @param {{live: boolean, steering: boolean}} view */
  update({ live, steering }) {
    show(this.#drop, live);
    show(this.#keyboard, steering && matchMedia('(pointer: coarse)').matches);
    setText(this.#percent, this.#texts.get('zoom.now', { percent: this.#stage.percent }));
    setAttribute(this.#lensButton, 'aria-pressed', String(this.#lens.on));
  }

  /** @param {1 | -1} direction */
  #zoom(direction) {
    this.#stage.zoomBy(direction);
    this.#changed();
  }

  #toggleLens() {
    this.#lens.toggle();
    this.#changed();
  }

  /**
   * Ctrl and the wheel, or two fingers on a touch pad, while the wheel is not the other side's.
   * @param {WheelEvent} event @param {boolean} steering
   */
  #turn(event, steering) {
    if (!event.ctrlKey || steering) return;
    event.preventDefault();
    this.#stage.zoomBy(event.deltaY < 0 ? 1 : -1, { x: event.clientX, y: event.clientY });
    this.#changed();
  }

  /** The desktop has other monitors than before. */
  #follow() {
    const { monitors } = this.#screen.layout;
    const looked = monitors.find((monitor, index) => nameOf(monitor, index) === this.#looked);
    if (!looked) this.#looked = '';
    this.#stage.look(looked);
    const several = monitors.length > 1;
    show(this.#monitors, several);
    const choices = monitors.map((monitor, index) => {
      const { width, height } = monitor;
      const words = { number: index + 1, name: monitor.name, width, height };
      return this.#choice(nameOf(monitor, index), this.#texts.get('monitors.one', words));
    });
    this.#monitors.replaceChildren(this.#choice('', this.#texts.get('monitors.all')), ...choices);
  }

  /** @param {string} name @param {string} text */
  #choice(name, text) {
    const choose = () => {
      this.#looked = name;
      this.#menu.hidePopover();
      this.#follow();
      this.#changed();
    };
    const attributes = { type: 'button', 'data-monitor': name || 'all', 'aria-pressed': String(this.#looked === name) };
    return make('button', { text, attributes, on: { click: choose } });
  }

  /** @param {string} action @param {string} picture @param {string} key @param {() => void} act */
  #button(action, picture, key, act) {
    const text = this.#texts.get(key);
    const label = make('span', { class: 'beistand-label', text });
    const title = this.#texts.getOr(`${key}.hint`, key);
    const attributes = { type: 'button', 'data-action': action, title, 'aria-label': text };
    return make('button', { attributes, on: { click: act } }, icon(picture), label);
  }
}

/** @param {import('../core/screen.js').Monitor} monitor @param {number} index two may have the same name, or none */
function nameOf({ name }, index) {
  return `${index + 1} ${name}`;
}
