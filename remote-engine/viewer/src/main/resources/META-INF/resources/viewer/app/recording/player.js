import { Playback } from '../../core/recording/playback.js';
import { make, setAttribute } from '../dom.js';
import { Bar } from './bar.js';
import { Events } from './events.js';
import { Room } from './room.js';

/** @typedef {import('../../core/recording/reel.js').Reel} Reel */

/** How often position and words follow what is played, milliseconds. */
const PACE = 100;
/** What an arrow key moves, without and with Shift, milliseconds. */
const STEP = 5000;
const LEAP = 30000;

/**
 * The player. For tests the root keeps these promises: `data-playing`, `data-busy` ("true": the picture is not yet what
 * the position says), `data-position` in milliseconds; `canvas#screen` has exactly the recorded screen's pixels.
 */
export class Player {
  #root;
  #room;
  #playback;
  #bar;
  #events;

  /**
   * @param {HTMLElement} root
   * @param {import('../texts.js').Texts} texts
   * @param {ReadonlyArray<Reel>} reels at least one; the first is shown
   * @param {import('../../core/picture/decoders.js').PictureDecoder} decoder
   * @param {{title: string, ticketUrl: string}} about
   */
  constructor(root, texts, reels, decoder, { title, ticketUrl }) {
    this.#root = root;
    this.#room = new Room(texts);
    const playback = new Playback(this.#room.canvas, decoder, reels[0]);
    this.#playback = playback;
    this.#bar = new Bar(texts, reels, {
      toggle: () => this.#toggle(),
      seek: (at) => playback.seek(at),
      speed: (speed) => playback.setSpeed(speed),
      skip: (skips) => playback.skipStill(skips),
      fullscreen: () => void this.#fullscreen(),
      change: (reel) => playback.change(reel),
    });
    this.#events = new Events(texts, (at) => playback.seek(at));
    const head = make('header', { class: 'beistand-toolbar' }, make('h1', { class: 'beistand-title', text: title }), make('span', { class: 'beistand-spring' }));
    if (ticketUrl) head.append(make('a', { class: 'beistand-button', text: texts.get('ticket.back'), attributes: { href: ticketUrl } }));
    root.replaceChildren(head, this.#room.element, this.#bar.element, this.#events.element);
    this.#room.show(playback);
    playback.changed.add(() => this.#draw());
    setInterval(() => this.#draw(), PACE);
    document.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('pagehide', () => playback.close());
    // A page that comes back out of the browser's memory has lost its decoder.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
    this.#draw();
  }

  /** @param {string} words that matter for all of it */
  say(words) {
    this.#room.notices.say(words);
  }

  #draw() {
    const playback = this.#playback;
    setAttribute(this.#root, 'data-playing', String(playback.playing));
    setAttribute(this.#root, 'data-busy', String(playback.busy));
    setAttribute(this.#root, 'data-position', String(Math.round(playback.position)));
    this.#room.update(playback);
    this.#bar.update(playback);
    this.#events.update(playback);
  }

  #toggle() {
    if (this.#playback.playing) this.#playback.pause();
    else this.#playback.play();
  }

  async #fullscreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.#root.requestFullscreen();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isWriting(event.target)) return;
    // A button that has the focus takes the space bar itself.
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    const act = this.#shortcut(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * No letters, which screen readers and speech input send by the dozen; what has a button needs none.
   * @param {KeyboardEvent} event @returns {(() => void) | undefined}
   */
  #shortcut({ key, shiftKey }) {
    const playback = this.#playback;
    const step = shiftKey ? LEAP : STEP;
    switch (key) {
      case ' ':
        return () => this.#toggle();
      case 'ArrowLeft':
        return () => playback.seek(playback.position - step);
      case 'ArrowRight':
        return () => playback.seek(playback.position + step);
      default:
        return undefined;
    }
  }
}

/** Whether keys mean something else there. @param {EventTarget | null} target */
function isWriting(target) {
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
