/** Nothing heard for so long while the way is whole: it is given up, milliseconds. A slow disk may take its time. */
const GIVEN_UP_AFTER = 60000;

/** How long somebody is waited for. */
export class Patience {
  #timer = 0;
  #over;

  /** @param {() => void} over called once, when nothing was heard for too long */
  constructor(over) {
    this.#over = over;
  }

  /** Something was heard, or said: from now on again. */
  renew() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#over, GIVEN_UP_AFTER);
  }

  /** Nothing is waited for. */
  rest() {
    clearTimeout(this.#timer);
  }
}
