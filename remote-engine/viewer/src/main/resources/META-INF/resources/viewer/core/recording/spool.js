/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** So much becomes one Blob, which a browser may put on its disk, bytes. */
const PIECE = 4 << 20;
/** So much is read at once: frames that follow each other are mostly read one after the other, bytes. */
const WINDOW = 1 << 20;

/** The bytes of a tape, sealed as they came, outside of the page's memory as far as the browser sees to it. */
export class Spool {
  /** @type {Blob[]} */
  #pieces = [];
  /** @type {Bytes[]} */
  #fresh = [];
  #freshBytes = 0;
  /** All of it, once it is asked for. @type {Blob | null} */
  #whole = null;
  #windowAt = 0;
  #window = new Uint8Array(0);

  /** @param {Bytes} bytes the next; must not change any more */
  append(bytes) {
    this.#fresh.push(bytes);
    this.#freshBytes += bytes.length;
    this.#whole = null;
    if (this.#freshBytes >= PIECE) this.#shelve();
  }

  /**
   * @param {number} offset @param {number} length bytes, all of them there
   * @returns {Promise<ArrayBuffer>} a copy that nobody else has
   * @throws {Error} the browser has lost its copy, for instance because the disk is full
   */
  async read(offset, length) {
    const at = offset - this.#windowAt;
    if (at < 0 || at + length > this.#window.length) await this.#turn(offset, length);
    const start = offset - this.#windowAt;
    return this.#window.slice(start, start + length).buffer;
  }

  /** @param {number} offset @param {number} length */
  async #turn(offset, length) {
    if (this.#freshBytes > 0) this.#shelve();
    this.#whole ??= new Blob(this.#pieces);
    const end = Math.min(this.#whole.size, offset + Math.max(length, WINDOW));
    this.#window = new Uint8Array(await this.#whole.slice(offset, end).arrayBuffer());
    this.#windowAt = offset;
    if (this.#window.length < length) throw new Error(`bytes ${offset} to ${offset + length} of a tape are gone`);
  }

  #shelve() {
    this.#pieces.push(new Blob(this.#fresh));
    this.#fresh = [];
    this.#freshBytes = 0;
  }
}
