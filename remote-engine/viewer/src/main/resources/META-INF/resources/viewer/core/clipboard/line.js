import { randomStream } from '../input/outbox.js';
import { LIMITS } from '../limits.js';
import { Latest } from '../signal.js';
import * as wire from '../wire.gen.js';
import { inwards, outwards, refusalOf } from './clip.js';
import { joined } from './png.js';

const { CLIPBOARD_OUTCOME, MESSAGE_TYPE } = wire;

/** What Hello tells the applet about this viewer. */
export const CLIPBOARD_FEATURE = 'clipboard.1';

/** Nothing heard of an errand for so long: it is given up, milliseconds. Programs may let the applet wait for seconds. */
const GIVEN_UP_AFTER = 30000;

/**
 * What became of an errand. `lost`: nobody knows, the way was broken for too long.
 * @typedef {'taken' | 'not_permitted' | 'too_large' | 'unusable' | 'empty' | 'lost'} Outcome
 * @typedef {{outcome: Outcome, clip?: import('./clip.js').Clip}} Fetched
 */

/** @type {ReadonlyMap<number, Outcome>} */
const OUTCOMES = new Map([
  [CLIPBOARD_OUTCOME.TAKEN, 'taken'],
  [CLIPBOARD_OUTCOME.NOT_PERMITTED, 'not_permitted'],
  [CLIPBOARD_OUTCOME.TOO_LARGE, 'too_large'],
  [CLIPBOARD_OUTCOME.UNUSABLE, 'unusable'],
  [CLIPBOARD_OUTCOME.EMPTY, 'empty'],
]);

/**
 * One errand: to bring a clip (`packed`), or to fetch one.
 * @typedef {object} Errand
 * @property {number} number
 * @property {'clipboard_in' | 'clipboard_out'} permission
 * @property {import('./clip.js').PackedClip | null} packed what is brought, or what was announced
 * @property {number} done bytes sent, or received
 * @property {Uint8Array[]} pieces received
 * @property {(fetched: Fetched) => void} settle
 */

/**
 * The way between the two clipboards: one errand at a time, each with a number, so that after an interruption it can be
 * sent again and is done once. Nothing moves unless a technician asks.
 */
export class ClipboardLine {
  /** In which forms the customer's clipboard holds something new; none: nothing to fetch. @type {Latest<ReadonlyArray<number>>} */
  offered = new Latest();

  #stream = randomStream();
  #number = 0;
  /** @type {Errand | null} */
  #errand = null;
  /** Errands have their turns. @type {Promise<unknown>} */
  #before = Promise.resolve();
  #timer = 0;
  #interrupted = false;
  #permissions;
  #send;

  /**
   * @param {import('../permissions.js').Permissions} permissions
   * @param {(type: import('../connection.js').MessageType, payload: Uint8Array<ArrayBuffer>) => void} send
   */
  constructor(permissions, send) {
    this.#permissions = permissions;
    this.#send = send;
    permissions.changed.add(() => this.#follow());
  }

  /**
   * Puts something into the customer's clipboard.
   * @param {{text?: string, html?: string, png?: Uint8Array}} held
   * @returns {Promise<Outcome>}
   */
  async bring(held) {
    const { packed, tooLarge } = outwards(held);
    if (packed.parts.length === 0) return tooLarge ? 'too_large' : held.html || held.png ? 'unusable' : 'empty';
    const { outcome } = await this.#inTurn('clipboard_in', packed);
    return outcome;
  }

  /** Has what the customer's clipboard holds now. @returns {Promise<Fetched>} */
  fetch() {
    return this.#inTurn('clipboard_out', null);
  }

  /** @param {wire.ClipboardOffer} offer */
  offer({ parts }) {
    this.offered.emit(parts.map(({ form }) => form));
  }

  /** What is fetched is announced. @param {wire.ClipboardContent} content */
  content({ stream, number, parts }) {
    const errand = this.#known(stream, number);
    if (errand?.permission !== 'clipboard_out') return;
    const refusal = refusalOf(parts);
    errand.packed = { parts, bytes: new Uint8Array() };
    errand.done = 0;
    errand.pieces = [];
    if (refusal !== CLIPBOARD_OUTCOME.UNSPECIFIED) this.#answer(errand, refusal);
    else this.#watch();
  }

  /** @param {wire.ClipboardPiece} piece */
  piece({ stream, number, offset, bytes }) {
    const errand = this.#known(stream, number);
    if (errand?.permission !== 'clipboard_out' || !errand.packed) return;
    const whole = errand.packed.parts.reduce((sum, part) => sum + part.bytes, 0);
    const follows = offset === errand.done && bytes.length > 0 && bytes.length <= LIMITS.clipboardPieceBytes;
    if (!follows || errand.done + bytes.length > whole) {
      this.#answer(errand, CLIPBOARD_OUTCOME.UNUSABLE);
      return;
    }
    errand.pieces.push(bytes.slice());
    errand.done += bytes.length;
    this.#watch();
    if (errand.done < whole) {
      this.#progress(errand, CLIPBOARD_OUTCOME.UNSPECIFIED);
      return;
    }
    const clip = inwards({ parts: errand.packed.parts, bytes: joined(errand.pieces) });
    this.#answer(errand, clip ? CLIPBOARD_OUTCOME.TAKEN : CLIPBOARD_OUTCOME.UNUSABLE, clip);
  }

  /** What the applet has of what we bring, or what became of an errand. @param {wire.ClipboardProgress} progress */
  progress({ stream, number, bytes, outcome }) {
    const errand = this.#known(stream, number);
    if (!errand) return;
    const meaning = OUTCOMES.get(outcome);
    if (meaning) this.#settle(errand, { outcome: meaning });
    else if (errand.permission === 'clipboard_in') this.#pump(errand, bytes);
  }

  /** @param {number} stream @param {number} number */
  #known(stream, number) {
    return stream === this.#stream && number === this.#errand?.number ? this.#errand : undefined;
  }

  /**
   * @param {'clipboard_in' | 'clipboard_out'} permission @param {import('./clip.js').PackedClip | null} packed
   * @returns {Promise<Fetched>}
   */
  #inTurn(permission, packed) {
    const turn = this.#before.then(
      () =>
        /** @type {Promise<Fetched>} */ (
          new Promise((settle) => {
            this.#errand = { number: ++this.#number, permission, packed, done: 0, pieces: [], settle };
            this.#begin(this.#errand);
          })
        ),
    );
    this.#before = turn;
    return turn;
  }

  /** For the first time, or once more from the beginning. @param {Errand} errand */
  #begin(errand) {
    this.#watch();
    if (this.#interrupted) return;
    if (this.#permissions.of(errand.permission) !== 'granted') {
      this.#settle(errand, { outcome: 'not_permitted' });
      return;
    }
    const name = { stream: this.#stream, number: errand.number };
    errand.done = 0;
    if (errand.permission === 'clipboard_out') {
      errand.packed = null;
      this.#send(MESSAGE_TYPE.CLIPBOARD_FETCH, wire.encodeClipboardFetch(name));
    } else {
      const parts = errand.packed?.parts ?? [];
      this.#send(MESSAGE_TYPE.CLIPBOARD_CONTENT, wire.encodeClipboardContent({ ...name, parts }));
      this.#pump(errand, 0);
    }
  }

  /** Sends as much as may be under way. @param {Errand} errand @param {number} confirmed bytes that the applet has */
  #pump(errand, confirmed) {
    this.#watch();
    const all = errand.packed?.bytes ?? new Uint8Array();
    const most = LIMITS.clipboardPieceBytes * LIMITS.clipboardPiecesUnderWay;
    while (errand.done < all.length && errand.done - confirmed < most) {
      const bytes = all.slice(errand.done, errand.done + LIMITS.clipboardPieceBytes);
      const piece = { stream: this.#stream, number: errand.number, offset: errand.done, bytes };
      errand.done += bytes.length;
      this.#send(MESSAGE_TYPE.CLIPBOARD_PIECE, wire.encodeClipboardPiece(piece));
    }
  }

  /** @param {Errand} errand @param {number} outcome @param {import('./clip.js').Clip} [clip] */
  #answer(errand, outcome, clip) {
    this.#progress(errand, outcome);
    this.#settle(errand, { outcome: OUTCOMES.get(outcome) ?? 'unusable', clip });
  }

  /** @param {Errand} errand @param {number} outcome */
  #progress({ number, done }, outcome) {
    const progress = { stream: this.#stream, number, bytes: done, outcome };
    this.#send(MESSAGE_TYPE.CLIPBOARD_PROGRESS, wire.encodeClipboardProgress(progress));
  }

  /** @param {Errand} errand @param {Fetched} fetched */
  #settle(errand, fetched) {
    clearTimeout(this.#timer);
    this.#errand = null;
    errand.settle(fetched);
  }

  /** What holds has changed, or the way to the applet is broken, or whole again. */
  #follow() {
    const wasInterrupted = this.#interrupted;
    this.#interrupted = !this.#permissions.told;
    const errand = this.#errand;
    if (!errand || this.#interrupted) return;
    if (wasInterrupted) this.#begin(errand);
    else if (this.#permissions.of(errand.permission) !== 'granted') this.#settle(errand, { outcome: 'not_permitted' });
  }

  #watch() {
    clearTimeout(this.#timer);
    const watched = this.#errand;
    this.#timer = setTimeout(() => {
      if (watched && watched === this.#errand) this.#settle(watched, { outcome: 'lost' });
    }, GIVEN_UP_AFTER);
  }
}
