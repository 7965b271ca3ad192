import { Modifiers } from './modifiers.js';

/** Keys that only change what other keys mean here: their meaning is already in `key`. */
const NEVER_SENT = new Set(['AltGraph', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'FnLock', 'Dead', 'Process']);

/**
 * What the keys that copy and paste do beside being keys.
 * @typedef {object} CopyKeys
 * @property {() => boolean} brings whether pasting brings our own clipboard there first
 * @property {(data: DataTransfer | null, press: () => void) => void} paste what is pasted; `press` presses the keys there
 * @property {() => void} copied the keys that copy were pressed there
 */

/** @type {CopyKeys} */
const ONLY_KEYS = { brings: () => false, paste: (_, press) => press(), copied: () => undefined };

/**
 * Takes the keys of an editable element (the "sink", a transparent text area over the canvas: only editable elements get
 * composition, dead keys and on-screen keyboards) and sends them. Keys go by place and meaning; text that no single key
 * means, as text. Nothing is taken while control is not granted, so that the page stays usable by keyboard.
 *
 * Ctrl+Alt+Shift, pressed together and let go with no other key between, gives the focus back to the page.
 */
export class Keyboard {
  #sink;
  #sender;
  #released;
  #modifiers;
  /** Keys that are down: code to key. @type {Map<string, string>} */
  #down = new Map();
  /** Pressed here and waiting for what it pastes. @type {import('./sender.js').KeyMessage | null} */
  #pasting = null;
  #copyKeys;
  /** The three modifiers are down, and nothing else has been pressed with them. */
  #leaving = false;

  /**
   * @param {HTMLTextAreaElement} sink
   * @param {import('./sender.js').InputSender} sender
   * @param {() => void} released the technician wants the focus back
   * @param {CopyKeys} copyKeys
   * @param {string} platform as navigator.platform says
   */
  constructor(sink, sender, released, copyKeys = ONLY_KEYS, platform = navigator.platform) {
    this.#copyKeys = copyKeys;
    this.#sink = sink;
    this.#sender = sender;
    this.#released = released;
    this.#modifiers = new Modifiers(platform.startsWith('Mac'));
    sink.addEventListener('keydown', (event) => this.#keyDown(event));
    sink.addEventListener('keyup', (event) => this.#keyUp(event));
    sink.addEventListener('input', (event) => this.#input(/** @type {InputEvent} */ (event)));
    sink.addEventListener('compositionend', (event) => this.#composed(event.data));
    sink.addEventListener('paste', (event) => this.#paste(event));
    sink.addEventListener('blur', () => this.releaseAll());
    document.addEventListener('visibilitychange', () => document.hidden && this.releaseAll());
  }

  /** Everything goes up, here and there. */
  releaseAll() {
    this.#down.clear();
    this.#leaving = false;
    this.#sink.value = '';
    this.#sender.releaseAll();
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    if (!this.#sender.allowed) return;
    // The text that comes of these arrives with `input` or `compositionend`.
    if (event.isComposing || event.key === 'Process' || event.key === 'Dead' || event.key === 'Unidentified') return;
    if (pastes(event) && !event.repeat && this.#copyKeys.brings()) {
      this.#pasting = this.#message(event, event.key, true);
      return; // the browser makes a paste event of it
    }
    event.preventDefault();
    this.#leaving = event.ctrlKey && event.altKey && event.shiftKey && this.#modifiers.isModifier(event.key);
    if (event.key === 'AltGraph') this.#takeBackControl(event);
    if (this.#modifiers.staysHere(event) || NEVER_SENT.has(event.key)) return;
    this.#liftForgotten(event);
    this.#down.set(event.code, event.key);
    this.#sender.key(this.#message(event, event.key, true));
    if (copies(event)) this.#copyKeys.copied();
    // macOS never reports the release of a key that was pressed with Command.
    if (this.#modifiers.losesRelease(event)) this.#release(event.code, event);
  }

  /** @param {KeyboardEvent} event */
  #keyUp(event) {
    if (this.#leaving && this.#modifiers.isModifier(event.key)) {
      event.preventDefault();
      this.releaseAll();
      this.#released();
      return;
    }
    if (event.code === this.#pasting?.code) this.#pressPaste(this.#pasting); // there was nothing to paste
    if (!this.#down.has(event.code)) return;
    event.preventDefault();
    this.#release(event.code, event);
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    event.preventDefault();
    const pasting = this.#pasting;
    this.#pasting = null;
    if (pasting) this.#copyKeys.paste(event.clipboardData, () => this.#pressPaste(pasting));
  }

  /** Presses the keys that paste, with the modifiers that may have come up meanwhile. @param {import('./sender.js').KeyMessage} message */
  #pressPaste(message) {
    this.#pasting = null;
    if (message.meta) {
      // Command means Control elsewhere; its own key is another there.
      this.releaseAll();
      this.#sender.chord([['ControlLeft', 'Control'], [message.code, message.key]]);
      return;
    }
    const held = new Set(this.#down.values());
    /** @type {Array<[boolean, [string, string]]>} */
    const wanted = [
      [message.control, ['ControlLeft', 'Control']],
      [message.shift, ['ShiftLeft', 'Shift']],
    ];
    const missing = wanted.filter(([needed, [, key]]) => needed && !held.has(key)).map(([, key]) => key);
    if (missing.length > 0) this.#sender.chord([...missing, [message.code, message.key]]);
    else for (const pressed of [true, false]) this.#sender.key({ ...message, pressed });
  }

  /**
   * Lets a key go by the meaning it was pressed with: Shift may have come up first. Only modifiers are held on the other
   * side; every other key is struck there when it is pressed, and nobody waits for its release.
   * @param {string} code
   * @param {KeyboardEvent} event
   */
  #release(code, event) {
    const key = this.#down.get(code) ?? event.key;
    this.#down.delete(code);
    if (this.#modifiers.isModifier(key)) this.#sender.key({ ...this.#message(event, key, false), code });
  }

  /** Windows reports AltGr as a Control that nobody pressed, and then AltGraph. @param {KeyboardEvent} event */
  #takeBackControl(event) {
    if (this.#down.get('ControlLeft') === 'Control') this.#release('ControlLeft', event);
  }

  /**
   * A modifier that is down there but not here went up while another window had the focus.
   * @param {KeyboardEvent} event
   */
  #liftForgotten(event) {
    for (const [code, key] of [...this.#down]) {
      if (code !== event.code && this.#modifiers.isForgotten(key, event)) this.#release(code, event);
    }
  }

  /** Text from an on-screen keyboard, an emoji picker, or a tool that inserts it. @param {InputEvent} event */
  #input(event) {
    if (event.isComposing || event.inputType === 'insertCompositionText') return;
    this.#type(event.inputType === 'insertLineBreak' ? '\n' : (event.data ?? ''));
  }

  /** @param {string} text */
  #composed(text) {
    this.#type(text);
  }

  /** @param {string} text */
  #type(text) {
    this.#sink.value = '';
    if (text !== '') this.#sender.type(text);
  }

  /** @param {KeyboardEvent} event @param {string} key @param {boolean} pressed */
  #message(event, key, pressed) {
    return { code: event.code, key, pressed, ...this.#modifiers.of(event) };
  }
}

/** Ctrl+V, Command+V (with Shift or without), Shift+Insert. @param {KeyboardEvent} event */
function pastes({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey) return false;
  return ctrlKey || metaKey ? key.toLowerCase() === 'v' : shiftKey && key === 'Insert';
}

/** Ctrl or Command with C, X or Insert. @param {KeyboardEvent} event */
function copies({ key, ctrlKey, metaKey, altKey }) {
  return (ctrlKey || metaKey) && !altKey && ['c', 'x', 'insert'].includes(key.toLowerCase());
}
