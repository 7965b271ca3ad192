const MODIFIERS = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph']);

/** What modifiers mean on the technician's computer. Only macOS differs: its Option key is what AltGr is elsewhere. */
export class Modifiers {
  #mac;

  /** @param {boolean} mac */
  constructor(mac) {
    this.#mac = mac;
  }

  /** @param {string} key */
  isModifier(key) {
    return MODIFIERS.has(key);
  }

  /** Whether this key's own press is not sent. @param {KeyboardEvent} event */
  staysHere(event) {
    return this.#mac && event.key === 'Alt';
  }

  /** Whether the release of this key will never be reported. @param {KeyboardEvent} event */
  losesRelease(event) {
    return this.#mac && event.metaKey && !MODIFIERS.has(event.key);
  }

  /**
   * The modifiers beside a key. AltGr (with the Control and Alt that Windows adds to it) and Option are part of a
   * character's meaning, not a shortcut.
   * @param {KeyboardEvent} event
   * @returns {{shift: boolean, control: boolean, alt: boolean, meta: boolean, altGraph: boolean}}
   */
  of(event) {
    const option = this.#mac && event.altKey && !event.ctrlKey && !event.metaKey && [...event.key].length === 1;
    const altGraph = option || event.getModifierState('AltGraph');
    return {
      shift: event.shiftKey,
      control: event.ctrlKey && !altGraph,
      alt: event.altKey && !altGraph,
      meta: event.metaKey,
      altGraph,
    };
  }

  /** Whether a modifier that we think is down is not. @param {string} key @param {KeyboardEvent} event */
  isForgotten(key, event) {
    return MODIFIERS.has(key) && !event.getModifierState(key);
  }
}
