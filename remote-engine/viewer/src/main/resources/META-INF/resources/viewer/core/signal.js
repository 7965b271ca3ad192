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

/**
 * News of which the latest holds until there are others: who comes later hears it at once.
 * @template T
 * @extends {Signal<T>}
 */
export class Latest extends Signal {
  /** @type {[] | [T]} */
  #latest = [];

  /**
   * @override
   * @param {(value: T) => void} listener
   * @returns {() => void} stops listening
   */
  add(listener) {
    const stop = super.add(listener);
    for (const value of this.#latest) listener(value);
    return stop;
  }

  /** @override @param {T} value */
  emit(value) {
    this.#latest = [value];
    super.emit(value);
  }
}
