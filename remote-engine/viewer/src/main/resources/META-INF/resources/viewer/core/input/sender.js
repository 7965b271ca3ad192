import { LIMITS } from '../limits.js';

/**
 * What input becomes on the wire. Whoever gives the functions decides whether control is granted just now.
 * @typedef {object} InputWire
 * @property {() => boolean} allowed
 * @property {(message: {x: number, y: number}) => void} move
 * @property {(message: {x: number, y: number, button: number, pressed: boolean}) => void} button
 * @property {(message: {x: number, y: number, dx: number, dy: number}) => void} wheel
 * @property {(message: KeyMessage) => void} key
 * @property {(message: {text: string}) => void} text
 * @property {() => void} releaseAll
 */

/**
 * @typedef {object} KeyMessage
 * @property {string} code the key's place
 * @property {string} key its meaning
 * @property {boolean} pressed
 * @property {boolean} shift
 * @property {boolean} control
 * @property {boolean} alt
 * @property {boolean} meta
 * @property {boolean} altGraph
 */

/** Sends input while it is allowed, and makes sure that nothing stays pressed on the other side. */
export class InputSender {
  #wire;
  /** Something went down since the last ReleaseAll. */
  #touched = false;
  /** What is to be sent after what everything waits for; nothing: nobody waits. @type {Array<() => void> | null} */
  #waiting = null;

  /** @param {InputWire} wire */
  constructor(wire) {
    this.#wire = wire;
  }

  get allowed() {
    return this.#wire.allowed();
  }

  /** Whether input waits for something. */
  get held() {
    return this.#waiting !== null;
  }

  /** From now on everything but movements waits, in its order. */
  hold() {
    this.#waiting ??= [];
  }

  /** What was waited for is done: what waits is sent behind it. @param {() => void} first */
  goOn(first) {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    first();
    for (const send of waiting) send();
  }

  /** What was waited for will not come: what was meant to follow it is forgotten, and everything goes up. */
  giveUp() {
    this.#waiting = null;
    this.releaseAll();
  }

  /** @param {() => void} send */
  #inOrder(send) {
    if (this.#waiting === null) send();
    else if (this.#waiting.length < LIMITS.inputsKept) this.#waiting.push(send);
  }

  /** @param {import('../mapping.js').Point} at */
  move(at) {
    if (this.allowed) this.#wire.move(at);
  }

  /** @param {import('../mapping.js').Point} at @param {number} button as in the DOM @param {boolean} pressed */
  button(at, button, pressed) {
    if (!this.allowed) return;
    this.#inOrder(() => {
      this.#touched = true;
      this.#wire.button({ ...at, button, pressed });
    });
  }

  /** @param {import('../mapping.js').Point} at @param {{dx: number, dy: number}} notches */
  wheel(at, notches) {
    if (!this.allowed || (notches.dx === 0 && notches.dy === 0)) return;
    this.#inOrder(() => this.#wire.wheel({ ...at, ...notches }));
  }

  /** @param {KeyMessage} message */
  key(message) {
    if (!this.allowed) return;
    this.#inOrder(() => {
      this.#touched = true;
      this.#wire.key(message);
    });
  }

  /**
   * Presses keys one after the other and lets them go in the opposite order.
   * @param {ReadonlyArray<[string, string]>} keys code and key
   */
  chord(keys) {
    /** @type {Set<string>} */
    const held = new Set();
    for (const [code, key] of keys) {
      held.add(key);
      this.key(keyMessage(code, key, true, held));
    }
    for (const [code, key] of [...keys].reverse()) {
      held.delete(key);
      this.key(keyMessage(code, key, false, held));
    }
  }

  /** Types text as if by hand, in pieces the wire allows, never within a character. @param {string} text */
  type(text) {
    if (!this.allowed) return;
    let piece = '';
    for (const character of text) {
      if (piece.length + character.length > LIMITS.chatCharacters) {
        this.#text(piece);
        piece = '';
      }
      piece += character;
    }
    if (piece !== '') this.#text(piece);
  }

  /** @param {string} text */
  #text(text) {
    this.#inOrder(() => this.#wire.text({ text }));
  }

  /** Lets go of everything: the page lost the focus, or the technician went elsewhere. */
  releaseAll() {
    this.#inOrder(() => {
      if (!this.#touched) return;
      this.#touched = false;
      if (this.allowed) this.#wire.releaseAll();
    });
  }
}

/**
 * @param {string} code
 * @param {string} key
 * @param {boolean} pressed
 * @param {ReadonlySet<string>} held
 * @returns {KeyMessage}
 */
function keyMessage(code, key, pressed, held) {
  return {
    code,
    key,
    pressed,
    shift: held.has('Shift'),
    control: held.has('Control'),
    alt: held.has('Alt'),
    meta: held.has('Meta'),
    altGraph: false,
  };
}
