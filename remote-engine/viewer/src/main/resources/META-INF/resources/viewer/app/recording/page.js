/**
 * Plays a session's recording: read this first.
 *
 * The helpdesk's page has `<div id="recording" data-recording-url data-ticket-url data-language>`, a link to recording.css
 * and this module; the rest is made here. The root has `data-state`: "loading", "locked", "opening", "playing", "none",
 * "failed"; what it promises while it plays is said in player.js.
 */
import { WrongPassphrase } from '../../core/recording/keys.js';
import { reelsOf } from '../../core/recording/reel.js';
import { workerDecoder } from '../../core/picture/decoders.js';
import { make, setAttribute } from '../dom.js';
import { loadTexts } from '../texts.js';
import { Library, LoadFailed } from './library.js';
import { Player } from './player.js';
import { Unlock, about } from './unlock.js';

/** @typedef {import('./library.js').Card} Card */

/** From the first look to the player. One per page. */
class RecordingPage {
  #root;
  #texts;
  #library;
  #ticketUrl;

  /** @param {HTMLElement} root @param {import('../texts.js').Texts} texts */
  constructor(root, texts) {
    const { recordingUrl, ticketUrl } = root.dataset;
    if (!recordingUrl) throw new Error('data-recording-url is missing');
    this.#root = root;
    this.#texts = texts;
    this.#library = new Library(recordingUrl);
    this.#ticketUrl = ticketUrl ?? '';
  }

  /** @returns {Promise<void>} once there is something to be read or done */
  async start() {
    this.#state('loading');
    try {
      const card = await this.#library.card();
      if (card.tapes.length === 0) this.#none(card, 'recording.none.more');
      else this.#ask(card);
    } catch (cause) {
      this.#fail(cause, () => this.start());
    }
  }

  /** @param {Card} card */
  #ask(card) {
    const unlock = new Unlock(this.#texts, card, (passphrase) => void this.#open(card, unlock, passphrase));
    this.#root.replaceChildren(unlock.element);
    this.#state('locked');
    unlock.focus();
  }

  /** @param {Card} card @param {Unlock} unlock @param {string} passphrase */
  async #open(card, unlock, passphrase) {
    this.#state('opening');
    unlock.opening(true);
    try {
      await this.#library.unlock(passphrase);
      await this.#load(card, unlock);
    } catch (cause) {
      unlock.opening(false);
      if (!(cause instanceof WrongPassphrase)) {
        this.#fail(cause, () => this.#again(card, unlock));
        return;
      }
      this.#state('locked');
      unlock.wrong('recording.wrong');
    }
  }

  /** Goes on where loading has stopped. @param {Card} card @param {Unlock} unlock */
  async #again(card, unlock) {
    this.#root.replaceChildren(unlock.element);
    this.#state('opening');
    unlock.opening(true);
    try {
      await this.#load(card, unlock);
    } catch (cause) {
      this.#fail(cause, () => this.#again(card, unlock));
    }
  }

  /** @param {Card} card @param {Unlock} unlock */
  async #load(card, unlock) {
    const tapes = await this.#library.load((done, whole) => unlock.loading(done, whole));
    const reels = reelsOf(tapes);
    if (reels.length === 0) {
      this.#none(card, 'recording.empty.more');
      return;
    }
    const title = [card.ticketNumber, card.customer, card.ticketSubject].filter(Boolean).join(' · ');
    const player = new Player(this.#root, this.#texts, reels, workerDecoder(), { title, ticketUrl: this.#ticketUrl });
    this.#state('playing');
    this.#root.querySelector('button')?.focus();
    if (this.#library.locked.length > 0) player.say(this.#texts.get('recording.older'));
    else if (this.#library.incomplete || tapes.some(({ end }) => end !== 'whole')) player.say(this.#texts.get('recording.incomplete'));
  }

  /** @param {Card} card @param {string} more key */
  #none(card, more) {
    const title = make('h2', { text: this.#texts.get('recording.none') });
    const [, lines] = about(this.#texts, card);
    this.#say('none', title, lines, make('p', { text: this.#texts.get(more) }), ...this.#back());
  }

  /** @param {unknown} cause @param {() => Promise<void>} again */
  #fail(cause, again) {
    console.warn('beistand: no recording', cause);
    const reason = cause instanceof LoadFailed ? cause.reason : 'unreadable';
    const why = this.#texts.get(reason === 'unsupported' ? 'recording.unsupported' : `recording.failed.${reason}`);
    const words = [make('h2', { text: this.#texts.get('recording.failed') }), make('p', { text: why })];
    const attributes = { type: 'button', 'data-action': 'retry' };
    const traits = { class: 'beistand-button beistand-primary', text: this.#texts.get('recording.retry'), attributes };
    const retry = reason === 'network' ? [make('button', { ...traits, on: { click: () => void again() } })] : [];
    this.#say('failed', ...words, make('div', { class: 'beistand-buttons' }, ...retry, ...this.#back()));
  }

  /** @param {string} state @param {...HTMLElement} children */
  #say(state, ...children) {
    this.#root.replaceChildren(make('section', { class: 'beistand-card', attributes: { role: 'status' } }, ...children));
    this.#state(state);
  }

  /** @returns {HTMLElement[]} */
  #back() {
    if (!this.#ticketUrl) return [];
    return [make('a', { class: 'beistand-button', text: this.#texts.get('ticket.back'), attributes: { href: this.#ticketUrl } })];
  }

  /** @param {string} state */
  #state(state) {
    setAttribute(this.#root, 'data-state', state);
  }
}

const root = document.getElementById('recording');
if (root) {
  const texts = await loadTexts(root.dataset.language || document.documentElement.lang || navigator.language);
  root.classList.add('beistand-workspace', 'beistand-recording');
  root.lang = texts.language;
  await new RecordingPage(root, texts).start();
}
