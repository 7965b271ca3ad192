/** Pieces become a blob as soon as they are so many bytes together: the browser keeps those where it has room. */
const FOLDED_AT = 4 * 1024 * 1024;

/** What has come of a file, in order. */
export class Gathered {
  /** Bytes. */
  size = 0;
  /** @type {Blob[]} */
  #folded = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  #loose = [];
  #looseBytes = 0;

  /** @param {Uint8Array} bytes they are copied */
  add(bytes) {
    this.#loose.push(bytes.slice());
    this.#looseBytes += bytes.length;
    this.size += bytes.length;
    if (this.#looseBytes >= FOLDED_AT) this.#fold();
  }

  /** @returns {Blob} all of it, of no type: nobody is to open it for what somebody says that it is */
  whole() {
    this.#fold();
    return new Blob(this.#folded, { type: 'application/octet-stream' });
  }

  #fold() {
    if (this.#looseBytes > 0) this.#folded.push(new Blob(this.#loose));
    this.#loose = [];
    this.#looseBytes = 0;
  }
}
