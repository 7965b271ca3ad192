import { make, setAttribute, setText, show } from '../dom.js';
import { icon } from '../icons.js';
import { clockOf, listOf } from './words.js';

/** @typedef {import('../../core/recording/reel.js').Reel} Reel */

export const SPEEDS = Object.freeze([1, 2, 4, 8]);

/**
 * @typedef {object} BarActions
 * @property {() => void} toggle
 * @property {(at: number) => void} seek
 * @property {(speed: number) => void} speed
 * @property {(skips: boolean) => void} skip
 * @property {() => void} fullscreen
 * @property {(reel: Reel) => void} change
 */

/** The one slim bar below the picture. */
export class Bar {
  element;
  #texts;
  #play;
  #playLabel = make('span', { class: 'beistand-label' });
  /** @type {Record<'play' | 'pause' | 'again', SVGSVGElement>} */
  #pictures = { play: icon('play'), pause: icon('pause'), again: icon('again') };
  #time;
  #slider;
  #marks = make('div', { class: 'beistand-marks', attributes: { 'aria-hidden': 'true' } });
  #speed;
  #skip;
  /** @type {Reel | null} */
  #reel = null;

  /** @param {import('../texts.js').Texts} texts @param {ReadonlyArray<Reel>} reels @param {BarActions} actions */
  constructor(texts, reels, actions) {
    this.#texts = texts;
    this.#play = make('button', { class: 'beistand-play', attributes: { type: 'button', 'data-action': 'play' }, on: { click: actions.toggle } });
    this.#play.append(...Object.values(this.#pictures), this.#playLabel);
    this.#time = make('span', { class: 'beistand-time', attributes: { 'data-part': 'time' } });
    const named = { 'aria-label': texts.get('recording.position'), title: texts.get('recording.position.hint') };
    this.#slider = make('input', { attributes: { type: 'range', min: '0', step: '1', 'data-part': 'position', ...named } });
    this.#slider.addEventListener('input', () => actions.seek(this.#slider.valueAsNumber));
    const track = make('div', { class: 'beistand-track' }, this.#marks, this.#slider);
    const speeds = SPEEDS.map((times) => make('option', { text: texts.get('recording.speed.times', { times }), attributes: { value: String(times) } }));
    this.#speed = this.#select('speed', 'recording.speed', speeds, (value) => actions.speed(Number(value)));
    this.#speed.title = texts.get('recording.speed.hint');
    this.#skip = this.#button('skip', 'skip', 'recording.skip', () => actions.skip(this.#skip.getAttribute('aria-pressed') !== 'true'));
    const views = reels.map((reel, at) => make('option', { text: listOf(texts, reel.technicians), attributes: { value: String(at) } }));
    const whose = this.#select('whose', 'recording.whose', views, (value) => actions.change(reels[Number(value)]));
    show(whose, reels.length > 1);
    const full = this.#button('fullscreen', 'fullscreen', 'recording.fullscreen', actions.fullscreen);
    const attributes = { role: 'group', 'aria-label': texts.get('recording.controls') };
    this.element = make('div', { class: 'beistand-bar', attributes }, this.#play, this.#time, track, this.#speed, this.#skip, whose, full);
  }

  /** @param {import('../../core/recording/playback.js').Playback} playback */
  update(playback) {
    const { reel, position, playing, over, speed, skipsStill } = playback;
    if (reel !== this.#reel) this.#drawMarks(reel);
    const act = playing ? 'pause' : over ? 'again' : 'play';
    for (const [name, picture] of Object.entries(this.#pictures)) picture.toggleAttribute('hidden', name !== act);
    const words = this.#texts.get(`recording.${act}`);
    setText(this.#playLabel, words);
    setAttribute(this.#play, 'aria-label', words);
    setAttribute(this.#play, 'title', this.#texts.get(`recording.${act}.hint`));
    const [now, whole] = [clockOf(position), clockOf(reel.duration)];
    setText(this.#time, this.#texts.get('recording.time', { now, whole }));
    this.#slider.valueAsNumber = position;
    setAttribute(this.#slider, 'aria-valuetext', this.#texts.get('recording.position.value', { now, whole }));
    if (this.#speed.value !== String(speed)) this.#speed.value = String(speed);
    setAttribute(this.#skip, 'aria-pressed', String(skipsStill));
  }

  /** @param {Reel} reel */
  #drawMarks(reel) {
    this.#reel = reel;
    this.#slider.max = String(Math.ceil(reel.duration));
    const marks = reel.marks.map(({ at, kind }) => {
      const mark = make('span', { attributes: { 'data-kind': kind } });
      mark.style.left = `${reel.duration > 0 ? (100 * at) / reel.duration : 0}%`;
      return mark;
    });
    this.#marks.replaceChildren(...marks);
  }

  /** @param {string} action @param {string} picture @param {string} key @param {() => void} act */
  #button(action, picture, key, act) {
    const [name, title] = [this.#texts.get(key), this.#texts.get(`${key}.hint`)];
    const attributes = { type: 'button', 'data-action': action, 'aria-label': name, title };
    return make('button', { attributes, on: { click: act } }, icon(picture), make('span', { class: 'beistand-label', text: name }));
  }

  /** @param {string} part @param {string} key @param {HTMLOptionElement[]} options @param {(value: string) => void} chosen */
  #select(part, key, options, chosen) {
    const attributes = { 'data-part': part, 'aria-label': this.#texts.get(key), title: this.#texts.get(key) };
    const select = make('select', { attributes }, ...options);
    select.addEventListener('change', () => chosen(select.value));
    return select;
  }
}
