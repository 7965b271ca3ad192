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

  /** @param {InputWire} wire */
  constructor(wire) {
    this.#wire = wire;
  }

  get allowed() {
    return this.#wire.allowed();
  }

  /** @param {import('../mapping.js').Point} at */
  move(at) {
    if (this.allowed) this.#wire.move(at);
  }

  /** @param {import('../mapping.js').Point} at @param {number} button as in the DOM @param {boolean} pressed */
  button(at, button, pressed) {
    if (!this.allowed) return;
    this.#touched = true;
    this.#wire.button({ ...at, button, pressed });
  }

  /** @param {import('../mapping.js').Point} at @param {{dx: number, dy: number}} notches */
  wheel(at, notches) {
    if (this.allowed && (notches.dx !== 0 || notches.dy !== 0)) this.#wire.wheel({ ...at, ...notches });
  }

  /** @param {KeyMessage} message */
  key(message) {
    if (!this.allowed) return;
    this.#touched = true;
    this.#wire.key(message);
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
        this.#wire.text({ text: piece });
        piece = '';
      }
      piece += character;
    }
    if (piece !== '') this.#wire.text({ text: piece });
  }

  /** Lets go of everything: the page lost the focus, or the technician went elsewhere. */
  releaseAll() {
    if (!this.#touched) return;
    this.#touched = false;
    if (this.allowed) this.#wire.releaseAll();
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
