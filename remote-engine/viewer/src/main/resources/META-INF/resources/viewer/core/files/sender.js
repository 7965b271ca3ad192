import { LIMITS } from '../limits.js';
import * as wire from '../wire.gen.js';
import { plainName } from './name.js';
import { Patience } from './patience.js';
import { OUTCOMES, digitsOf, isOpen } from './transfer.js';
import { PathWindow } from './window.js';

const { FILE_OUTCOME, MESSAGE_TYPE } = wire;
const PERMISSION = 'file_write';

/** Finished ones that are kept to be looked at. */
const KEPT = 100;

/** @typedef {import('./transfer.js').Transfer & {file: File, asked: boolean}} Sending asked: the customer, about this one */

/**
 * One way to the applet, from an offer to an interruption. `sent`: bytes of the file that have left, or were there
 * already; `answered`: the applet has said where to go on; `reading`: a piece of the file is being read.
 * @typedef {{sending: Sending, window: PathWindow, sent: number, answered: boolean, reading: boolean}} Attempt
 */

/**
 * Brings files to the customer's computer, one after the other. Who sends without permission asks for it, and what was
 * chosen goes on when it comes. Files are read piece by piece as they leave: none is ever in memory.
 */
export class FileSender {
  /** @type {Sending[]} */
  #all = [];
  /** @type {Sending | null} */
  #current = null;
  /** None: nothing is to be sent, or the applet is out of reach. @type {Attempt | null} */
  #attempt = null;
  /** Cancelled while the applet was out of reach: to be told when it is back. @type {Set<string>} */
  #untold = new Set();
  #patience = new Patience(() => this.#giveUp('lost'));
  #permissions;
  #send;
  #news;

  /**
   * @param {import('../permissions.js').Permissions} permissions
   * @param {import('./line.js').Send} send
   * @param {import('./line.js').FileNews} news
   */
  constructor(permissions, send, news) {
    this.#permissions = permissions;
    this.#send = send;
    this.#news = news;
  }

  /** In the order in which they were chosen. @returns {ReadonlyArray<import('./transfer.js').Transfer>} */
  get transfers() {
    return this.#all;
  }

  /** @param {Iterable<File>} files */
  send(files) {
    for (const file of files) {
      const about = { id: crypto.randomUUID(), name: plainName(file.name), size: file.size, done: 0, sha256: '' };
      /** @type {Sending} */
      const sending = { ...about, state: 'waiting', file, asked: false };
      this.#all.push(sending);
      if (file.size > LIMITS.fileBytes) this.#settle(sending, 'too_large');
      else if (!this.#permissions.mayAsk(PERMISSION)) this.#settle(sending, 'not_permitted');
    }
    while (this.#all.length > KEPT) {
      const oldest = this.#all.findIndex((sending) => !isOpen(sending));
      if (oldest < 0) break;
      this.#all.splice(oldest, 1);
    }
    this.#news.changed.emit();
    this.follow();
  }

  /** The technician does not want this one any more. @param {string} id */
  cancel(id) {
    const sending = this.#all.find((one) => one.id === id);
    if (!sending || !isOpen(sending)) return;
    if (sending === this.#current) {
      if (this.#permissions.told) this.#tellCancelled(id);
      else this.#untold.add(id);
    }
    this.#settle(sending, 'cancelled');
    this.follow();
  }

  /** Whether an id is one of ours. @param {string} id */
  knows(id) {
    return this.#all.some((sending) => sending.id === id);
  }

  /** What the applet has, or what became of it. @param {wire.FileProgress} progress */
  progress({ id, bytes, outcome, sha256 }) {
    const attempt = this.#attempt;
    if (attempt?.sending.id !== id) return;
    const meaning = OUTCOMES.get(outcome);
    if (meaning) {
      attempt.sending.sha256 = meaning === 'taken' ? digitsOf(sha256) : '';
      this.#settle(attempt.sending, meaning);
      this.follow();
    } else if (outcome === FILE_OUTCOME.UNSPECIFIED) {
      this.#confirmed(attempt, bytes);
    }
  }

  /** What holds has changed, or the way to the applet is broken, or whole again. */
  follow() {
    if (!this.#permissions.told) {
      this.#interrupt();
      return;
    }
    for (const id of this.#untold) this.#tellCancelled(id);
    this.#untold.clear();
    const answer = this.#permissions.of(PERMISSION);
    const open = this.#all.filter(isOpen);
    const fresh = open.filter(({ asked }) => !asked);
    if (answer === 'off') for (const sending of open) if (sending.asked) this.#settle(sending, 'not_permitted');
    for (const sending of fresh) sending.asked = true;
    if (answer === 'off' && fresh.length > 0) this.#permissions.ask(PERMISSION);
    if (answer === 'granted' && !this.#attempt) this.#begin(this.#current ?? open[0]);
  }

  /** The session is over. */
  close() {
    this.#stop();
    for (const sending of this.#all) if (isOpen(sending)) sending.state = 'lost';
    this.#news.changed.emit();
  }

  /** For the first time, or once more: the applet says where to go on. @param {Sending | undefined} sending */
  #begin(sending) {
    if (!sending) return;
    const { id, name, size: bytes } = sending;
    sending.state = 'under_way';
    this.#current = sending;
    this.#attempt = { sending, window: new PathWindow(), sent: 0, answered: false, reading: false };
    this.#patience.renew();
    this.#send(MESSAGE_TYPE.FILE_OFFER, wire.encodeFileOffer({ id, name, bytes }));
    this.#news.changed.emit();
  }

  /** @param {Attempt} attempt @param {number} bytes that the applet says it has */
  #confirmed(attempt, bytes) {
    const { sending, answered } = attempt;
    this.#patience.renew();
    if (bytes > (answered ? attempt.sent : sending.size)) {
      this.#giveUp('broken');
      return;
    }
    if (answered) attempt.window.confirmed(bytes, performance.now());
    else Object.assign(attempt, { answered: true, sent: bytes });
    sending.done = answered ? Math.max(sending.done, bytes) : bytes;
    this.#news.changed.emit();
    void this.#pump(attempt);
  }

  /** Sends as much as may be under way. @param {Attempt} attempt */
  async #pump(attempt) {
    const { sending, window } = attempt;
    if (attempt.reading) return;
    attempt.reading = true;
    try {
      while (attempt === this.#attempt && attempt.sent < sending.size && window.open) {
        const offset = attempt.sent;
        const end = Math.min(sending.size, offset + LIMITS.filePieceBytes);
        const bytes = new Uint8Array(await sending.file.slice(offset, end).arrayBuffer());
        if (attempt !== this.#attempt) return;
        if (bytes.length !== end - offset) throw new RangeError(`${bytes.length} bytes at ${offset}`);
        attempt.sent = end;
        window.sent(end, performance.now());
        this.#send(MESSAGE_TYPE.FILE_PIECE, wire.encodeFilePiece({ id: sending.id, offset, bytes }));
      }
    } catch (cause) {
      console.info('beistand: a file cannot be read any more', cause);
      if (attempt === this.#attempt) this.#giveUp('gone');
    } finally {
      attempt.reading = false;
    }
  }

  /** From here, while the way is whole. @param {import('./transfer.js').Outcome} outcome */
  #giveUp(outcome) {
    if (!this.#current) return;
    this.#tellCancelled(this.#current.id);
    this.#settle(this.#current, outcome);
    this.follow();
  }

  #interrupt() {
    if (!this.#current || !this.#attempt) return;
    this.#attempt = null;
    this.#patience.rest();
    this.#current.state = 'interrupted';
    this.#news.changed.emit();
  }

  /** @param {Sending} sending @param {import('./transfer.js').Outcome} outcome */
  #settle(sending, outcome) {
    if (sending === this.#current) this.#stop();
    sending.state = outcome;
    if (outcome === 'taken') sending.done = sending.size;
    this.#news.ended.emit({ transfer: sending, sent: true });
    this.#news.changed.emit();
  }

  #stop() {
    this.#current = null;
    this.#attempt = null;
    this.#patience.rest();
  }

  /** @param {string} id */
  #tellCancelled(id) {
    const outcome = FILE_OUTCOME.CANCELLED;
    this.#send(MESSAGE_TYPE.FILE_PROGRESS, wire.encodeFileProgress({ id, outcome }));
  }
}
