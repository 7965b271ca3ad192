import { LIMITS } from '../limits.js';
import * as wire from '../wire.gen.js';
import { Gathered } from './gathered.js';
import { plainName } from './name.js';
import { Patience } from './patience.js';
import { OUTCOMES, digitsOf, isFileId, isOpen } from './transfer.js';

const { FILE_OUTCOME, MESSAGE_TYPE } = wire;

/**
 * A file that the customer offers. `here`: it is still offered, as far as we know; `stale`: the applet has been out of
 * reach and has not offered it again since; `again`: it was fetched before, and pieces of that may still come.
 * @typedef {import('./transfer.js').Transfer & {here: boolean, stale: boolean, again: boolean, gathered: Gathered}} Offered
 */

/**
 * What the customer offers, and one fetch of it at a time. Nothing comes unless the technician wants it; what comes is
 * believed only as far as it was offered.
 */
export class FileFetcher {
  /** @type {Map<string, Offered>} */
  #offers = new Map();
  /** Wanted, in the order of the clicks; the first is the one under way. @type {Offered[]} */
  #wanted = [];
  /** The first one was asked for since the applet was last out of reach. */
  #asked = false;
  #patience = new Patience(() => this.#giveUp(FILE_OUTCOME.CANCELLED, 'lost'));
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

  /** @returns {ReadonlyArray<Readonly<Offered>>} in the order in which they were offered */
  get offers() {
    return [...this.#offers.values()];
  }

  /** @param {wire.FileOffer} offer */
  offer({ id, name, bytes }) {
    const fits = isFileId(id) && name.length <= LIMITS.fileNameCharacters && bytes <= LIMITS.fileBytes;
    if (!fits || !this.#permissions.mayAsk('file_read')) {
      console.warn('beistand: an offered file is beyond the limits');
      return;
    }
    const known = this.#offers.get(id);
    if (known) this.#offerAgain(known, bytes);
    else if (this.#hasRoom()) this.#put(id, plainName(name), bytes);
    else console.warn('beistand: more files are offered than may be');
  }

  /** The technician wants it. @param {string} id */
  fetch(id) {
    const offered = this.#offers.get(id);
    if (!offered?.here || isOpen(offered)) return;
    Object.assign(offered, { state: 'waiting', done: 0, sha256: '', gathered: new Gathered() });
    this.#wanted.push(offered);
    this.#news.changed.emit();
    this.follow();
  }

  /** The technician does not want it any more. @param {string} id */
  cancel(id) {
    const offered = this.#offers.get(id);
    if (!offered || !isOpen(offered)) return;
    if (offered === this.#wanted[0] && this.#asked) this.#tell(offered, FILE_OUTCOME.CANCELLED);
    this.#settle(offered, 'cancelled');
    this.follow();
  }

  /** @param {wire.FilePiece} piece */
  piece({ id, offset, bytes }) {
    const current = this.#under(id);
    if (!current) return;
    const { gathered, size } = current;
    // What was under way when the technician cancelled, and wanted it again after all.
    if (current.again && offset !== gathered.size) return;
    const fits = bytes.length > 0 && bytes.length <= LIMITS.filePieceBytes && gathered.size + bytes.length <= size;
    if (!fits || offset !== gathered.size) {
      this.#giveUp(FILE_OUTCOME.BROKEN, 'broken');
      return;
    }
    this.#patience.renew();
    gathered.add(bytes);
    current.done = gathered.size;
    this.#tell(current, gathered.size < size ? FILE_OUTCOME.UNSPECIFIED : FILE_OUTCOME.TAKEN);
    this.#news.changed.emit();
  }

  /** The applet's word on a file that it offers. @param {wire.FileProgress} progress */
  progress({ id, outcome, sha256 }) {
    const offered = this.#offers.get(id);
    const meaning = OUTCOMES.get(outcome);
    if (!offered || !meaning) return;
    if (outcome === FILE_OUTCOME.CANCELLED || outcome === FILE_OUTCOME.GONE) offered.here = false;
    if (outcome === FILE_OUTCOME.TAKEN) this.#taken(offered, digitsOf(sha256));
    else if (isOpen(offered)) this.#settle(offered, meaning);
    else if (!offered.here && offered.state === 'offered') this.#offers.delete(id);
    this.#news.changed.emit();
    this.follow();
  }

  /** The way to the applet is broken, or whole again. */
  follow() {
    const [current] = this.#wanted;
    if (this.#permissions.told) {
      if (current && !this.#asked) this.#begin(current);
      return;
    }
    for (const offered of this.#offers.values()) Object.assign(offered, { stale: true, again: false });
    if (!current || !this.#asked) return;
    this.#asked = false;
    this.#patience.rest();
    current.state = 'interrupted';
    this.#news.changed.emit();
  }

  /** The session is over. */
  close() {
    this.#patience.rest();
    this.#asked = false;
    this.#wanted = [];
    for (const offered of this.#offers.values()) {
      offered.here = false;
      if (isOpen(offered)) Object.assign(offered, { state: 'lost', gathered: new Gathered() });
    }
    this.#news.changed.emit();
  }

  /** @param {Offered} known @param {number} bytes */
  #offerAgain(known, bytes) {
    if (bytes !== known.size) return;
    const isBack = !known.here && known.state !== 'taken' && !isOpen(known);
    Object.assign(known, { here: true, stale: false }, isBack ? { state: 'offered', done: 0 } : {});
    this.#news.changed.emit();
  }

  /** Rows of the past make room for what is offered now. */
  #hasRoom() {
    if (this.#offers.size < LIMITS.filesOffered) return true;
    const past = [...this.#offers.values()].find((one) => (!one.here || one.stale) && !isOpen(one));
    return past !== undefined && this.#offers.delete(past.id);
  }

  /** @param {string} id @param {string} name @param {number} size */
  #put(id, name, size) {
    const flags = { here: true, stale: false, again: false };
    /** @type {Offered} */
    const offered = { id, name, size, done: 0, state: 'offered', sha256: '', ...flags, gathered: new Gathered() };
    this.#offers.set(id, offered);
    this.#news.offered.emit(offered);
    this.#news.changed.emit();
  }

  /** @param {string} id @returns {Offered | undefined} what is being fetched, if it is this */
  #under(id) {
    const [current] = this.#wanted;
    return this.#asked && current?.id === id ? current : undefined;
  }

  /** From the beginning, or from where an interruption stopped it. @param {Offered} offered */
  #begin(offered) {
    this.#asked = true;
    this.#patience.renew();
    offered.state = 'under_way';
    const { id, gathered, size } = offered;
    this.#send(MESSAGE_TYPE.FILE_FETCH, wire.encodeFileFetch({ id, offset: gathered.size }));
    // No piece is to come that could be confirmed: it is empty, or only the last word on it was lost.
    if (gathered.size === size) this.#tell(offered, FILE_OUTCOME.TAKEN);
    this.#news.changed.emit();
  }

  /** All has left there, the applet says. @param {Offered} offered @param {string} sha256 */
  #taken(offered, sha256) {
    if (!this.#under(offered.id)) return;
    if (offered.gathered.size !== offered.size) {
      this.#giveUp(FILE_OUTCOME.BROKEN, 'broken');
      return;
    }
    const whole = offered.gathered.whole();
    offered.sha256 = sha256;
    this.#settle(offered, 'taken');
    this.#news.arrived.emit({ name: offered.name, whole });
  }

  /** From here, while the way is whole. @param {number} told @param {import('./transfer.js').Outcome} outcome */
  #giveUp(told, outcome) {
    const [current] = this.#wanted;
    if (!current) return;
    this.#tell(current, told);
    this.#settle(current, outcome);
    this.follow();
  }

  /** @param {Offered} offered @param {import('./transfer.js').Outcome} outcome */
  #settle(offered, outcome) {
    if (offered === this.#wanted[0]) {
      offered.again = this.#asked;
      this.#asked = false;
      this.#patience.rest();
    }
    this.#wanted = this.#wanted.filter((one) => one !== offered);
    Object.assign(offered, { state: outcome, gathered: new Gathered() });
    this.#news.ended.emit({ transfer: offered, sent: false });
    this.#news.changed.emit();
  }

  /** @param {Offered} offered @param {number} outcome */
  #tell({ id, gathered }, outcome) {
    const progress = { id, bytes: gathered.size, outcome };
    this.#send(MESSAGE_TYPE.FILE_PROGRESS, wire.encodeFileProgress(progress));
  }
}
