import { make, setAttribute, setText, show } from '../dom.js';
import { Notices } from '../notices.js';
import { Stage } from '../stage.js';
import { hourOf } from './words.js';

/**
 * The recorded screen, with the pointer where it was, and words where there is nothing to be seen. While a place is looked
 * up, the last picture stands still over the canvas that is being made anew.
 */
export class Room {
  element;
  canvas;
  notices;
  #texts;
  #stage;
  #veil = make('canvas', { class: 'beistand-veil', attributes: { hidden: '', 'aria-hidden': 'true' } });
  #card;
  #title = make('h2');
  #more = make('p');
  #hint;
  #failed = false;

  /** @param {import('../texts.js').Texts} texts */
  constructor(texts) {
    this.#texts = texts;
    const attributes = { id: 'screen', width: '1', height: '1', role: 'img', 'aria-label': texts.get('recording.stage') };
    this.canvas = make('canvas', { attributes });
    this.#stage = new Stage(texts, this.canvas);
    this.#card = make('div', { class: 'beistand-card', attributes: { role: 'status', 'data-part': 'card', hidden: '' } }, this.#title, this.#more);
    this.#hint = make('p', { class: 'beistand-hint', attributes: { role: 'status', 'data-part': 'hint', hidden: '' } });
    this.notices = new Notices(texts);
    this.element = this.#stage.element;
    this.canvas.after(this.#veil);
    this.element.append(this.#card, this.#hint, this.notices.element);
  }

  /** @param {import('../../core/recording/playback.js').Playback} playback */
  show(playback) {
    const { pointer } = this.#stage;
    playback.cursor.shaped.add((image) => pointer.shape(image));
    playback.cursor.moved.add((place) => pointer.moved(place));
    playback.screen.laidOut.add(() => this.#stage.arrange());
    playback.failed.add((cause) => {
      console.warn('beistand: this place of the recording cannot be shown', cause);
      this.#failed = true;
      this.update(playback);
    });
    playback.remaking.add((remaking) => {
      if (remaking && playback.screen.showing) this.#freeze();
      if (remaking) pointer.lost();
      else show(this.#veil, false);
      this.#failed = false;
      this.update(playback);
    });
  }

  /** @param {import('../../core/recording/playback.js').Playback} playback */
  update(playback) {
    if (playback.busy) return;
    const { reel, position, screen } = playback;
    const gap = reel.gap(position);
    const live = screen.showing && !this.#failed;
    this.#stage.update({ customer: '', steering: false, waiting: false, live, dimmed: live && gap !== undefined });
    show(this.#card, !live || gap !== undefined);
    if (this.#failed) this.#say('recording.damaged', this.#texts.get('recording.damaged.more'));
    else if (gap) this.#say('recording.gap', this.#between(reel, gap));
    else if (!screen.layout.capturing) this.#say('recording.no_picture', this.#texts.getOr(screen.layout.reason, 'capture.nothing'));
    else if (!live) this.#say('recording.no_picture', this.#texts.get('recording.no_picture.more'));
    const last = reel.marks[reel.marks.length - 1];
    const breaks = playback.over && last.kind === 'ends' && last.end !== 'whole';
    show(this.#hint, breaks);
    if (breaks) setText(this.#hint, this.#texts.get(last.end === 'damaged' ? 'recording.breaks.damaged' : 'recording.breaks'));
  }

  /** @param {string} title key @param {string} more */
  #say(title, more) {
    setText(this.#title, this.#texts.get(title));
    setText(this.#more, more);
  }

  /** @param {import('../../core/recording/reel.js').Reel} reel @param {{from: number, to: number}} gap */
  #between(reel, { from, to }) {
    const [begun, ended] = [from, to].map((at) => hourOf(this.#texts, reel.clock(at)));
    return this.#texts.get('recording.gap.more', { from: begun, to: ended });
  }

  #freeze() {
    const { canvas } = this;
    this.#veil.width = canvas.width;
    this.#veil.height = canvas.height;
    this.#veil.getContext('2d')?.drawImage(canvas, 0, 0);
    for (const side of /** @type {const} */ (['left', 'top', 'width', 'height'])) this.#veil.style[side] = canvas.style[side];
    setAttribute(this.#veil, 'data-scaled', canvas.dataset.scaled ?? 'false');
    show(this.#veil, true);
  }
}
