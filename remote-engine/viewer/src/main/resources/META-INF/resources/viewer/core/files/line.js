import { Signal } from '../signal.js';
import { FileFetcher } from './fetcher.js';
import { FileSender } from './sender.js';

/** @typedef {(type: import('../connection.js').MessageType, payload: Uint8Array<ArrayBuffer>) => void} Send */

/** What is heard of files, both ways. */
export class FileNews {
  /** Something is not as it was. @type {Signal<void>} */
  changed = new Signal();
  /** The customer offers a file that was not offered before. @type {Signal<import('./transfer.js').Transfer>} */
  offered = new Signal();
  /** A file is not under way any more. @type {Signal<{transfer: import('./transfer.js').Transfer, sent: boolean}>} */
  ended = new Signal();
  /** A fetched file is complete, to be saved. @type {Signal<{name: string, whole: Blob}>} */
  arrived = new Signal();
}

/** Files in both directions, each with its own permission: what is brought there, and what the customer offers. */
export class FileLine {
  news = new FileNews();
  sender;
  fetcher;

  /** @param {import('../permissions.js').Permissions} permissions @param {Send} send */
  constructor(permissions, send) {
    this.sender = new FileSender(permissions, send, this.news);
    this.fetcher = new FileFetcher(permissions, send, this.news);
    permissions.changed.add(() => {
      this.sender.follow();
      this.fetcher.follow();
    });
  }

  /** @param {import('../wire.gen.js').FileOffer} offer */
  offer(offer) {
    if (!this.sender.knows(offer.id)) this.fetcher.offer(offer);
  }

  /** @param {import('../wire.gen.js').FilePiece} piece */
  piece(piece) {
    this.fetcher.piece(piece);
  }

  /** @param {import('../wire.gen.js').FileProgress} progress */
  progress(progress) {
    if (this.sender.knows(progress.id)) this.sender.progress(progress);
    else this.fetcher.progress(progress);
  }

  /** The session is over: what is under way will not arrive. */
  close() {
    this.sender.close();
    this.fetcher.close();
  }
}
