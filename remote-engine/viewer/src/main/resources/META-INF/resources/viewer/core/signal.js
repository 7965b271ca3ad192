/**
 * One kind of news and those who want it. Listeners are called at once, in the order they were added; what a listener
 * throws reaches whoever emitted, because a broken view must be seen and not swallowed.
 * @template T
 */
export class Signal {
  /** @type {Set<(value: T) => void>} */
  #listeners = new Set();

  /**
   * @param {(value: T) => void} listener
   * @returns {() => void} stops listening
   */
  add(listener) {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** @param {T} value */
  emit(value) {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
