import { make } from '../dom.js';
import { FileRow } from './row.js';

/** @typedef {import('../../core/files/transfer.js').Transfer} Transfer */

/** A list of files that follows what it shows: a row stays the same row while its file moves. */
export class FileList {
  element;
  #make;
  /** @type {Map<string, FileRow>} */
  #rows = new Map();

  /** @param {string} part @param {string} label @param {(transfer: Transfer) => FileRow} makeRow */
  constructor(part, label, makeRow) {
    this.#make = makeRow;
    this.element = make('ul', { class: 'beistand-file-list', attributes: { 'data-part': part, 'aria-label': label } });
  }

  /**
   * @template {Transfer} T
   * @param {ReadonlyArray<T>} transfers
   * @param {(row: FileRow, transfer: T) => void} update
   */
  draw(transfers, update) {
    const known = new Set(transfers.map(({ id }) => id));
    for (const [id, row] of this.#rows) {
      if (known.has(id)) continue;
      row.element.remove();
      this.#rows.delete(id);
    }
    transfers.forEach((transfer, at) => {
      const row = this.#rows.get(transfer.id) ?? this.#make(transfer);
      this.#rows.set(transfer.id, row);
      update(row, transfer);
      const there = this.element.children[at];
      if (there !== row.element) this.element.insertBefore(row.element, there ?? null);
    });
  }
}
