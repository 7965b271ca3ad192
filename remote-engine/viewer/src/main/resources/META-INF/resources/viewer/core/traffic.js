/** Bytes are counted over so long, milliseconds: a picture now and then makes no steady number otherwise. */
const WINDOW = 3000;

/** How much comes in, lately. */
export class Traffic {
  /** @type {{at: number, bytes: number}[]} */
  #lately = [];

  /** @param {number} bytes @param {number} now performance.now() */
  add(bytes, now) {
    const last = this.#lately.at(-1);
    // Ten counters a second say as much as one for each frame.
    if (last && now - last.at < 100) last.bytes += bytes;
    else this.#lately.push({ at: now, bytes });
    this.#forget(now);
  }

  /** @param {number} now performance.now() @returns {number} bytes a second */
  rate(now) {
    this.#forget(now);
    return (this.#lately.reduce((sum, { bytes }) => sum + bytes, 0) * 1000) / WINDOW;
  }

  /** @param {number} now */
  #forget(now) {
    while (this.#lately[0] && now - this.#lately[0].at > WINDOW) this.#lately.shift();
  }
}
