/** Pings under way, and how long their answers take. */
export class Heartbeat {
  /** Nonce to the time it left. @type {Map<number, number>} */
  #pings = new Map();
  #nonce = 0;

  /** @returns {number} the nonce of a ping that leaves now */
  ping() {
    const nonce = ++this.#nonce;
    this.#pings.set(nonce, performance.now());
    return nonce;
  }

  /** @param {number} nonce @returns {number | undefined} the round trip in milliseconds; undefined: nobody asked */
  pong(nonce) {
    const left = this.#pings.get(nonce);
    if (left === undefined) return undefined;
    this.#pings.clear();
    return performance.now() - left;
  }

  /** When the oldest ping without an answer left; Infinity: there is none. */
  get unansweredSince() {
    const [first] = this.#pings.values();
    return first ?? Infinity;
  }
}
