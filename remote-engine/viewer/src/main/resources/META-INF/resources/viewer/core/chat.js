import { LIMITS } from './limits.js';
import { Latest, Signal } from './signal.js';
import { protocolError } from './status.js';

/**
 * A line as it is shown. `kept`: the applet has it, and with it the transcript.
 * @typedef {object} Line
 * @property {string} id
 * @property {string} text plain text, never markup
 * @property {number} sentAt milliseconds since 1970
 * @property {string} author
 * @property {boolean} fromCustomer
 * @property {boolean} kept
 */

/** @typedef {{id: string, text: string, sentAt: number, author: string, fromCustomer: boolean}} WireLine */

/** The conversation. The applet keeps it; this is our copy, and what we have said that it has not confirmed yet. */
export class Chat {
  /** @type {Latest<ReadonlyArray<Line>>} */
  changed = new Latest();
  /** A line of somebody else that is new, not history. @type {Signal<Line>} */
  heard = new Signal();

  /** Our own display name. */
  author = '';
  /** @type {Map<string, Line>} */
  #lines = new Map();
  #send;

  /** @param {(line: WireLine) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /**
   * @returns {ReadonlyArray<Line>} in the applet's order: the clocks of two computers would mix up who answered whom
   */
  get lines() {
    return [...this.#lines.values()];
  }

  /** Says something. @param {string} text @returns {boolean} false: there is nothing to say, or it is too long */
  say(text) {
    const said = text.trim();
    if (said === '' || said.length > LIMITS.chatCharacters) return false;
    const line = { id: crypto.randomUUID(), text: said, sentAt: Date.now(), author: this.author, fromCustomer: false };
    this.#put({ ...line, kept: false });
    this.#send(line);
    this.changed.emit(this.lines);
    return true;
  }

  /** Says again what the applet has not confirmed: it knows by the id what it has. */
  repeatUnkept() {
    for (const { kept, ...line } of this.lines) if (!kept) this.#send(line);
  }

  /** @param {WireLine} line from the customer or another technician */
  take(line) {
    if (this.#lines.has(line.id)) return;
    const kept = { ...checked(line), kept: true };
    this.#put(kept);
    this.changed.emit(this.lines);
    this.heard.emit(kept);
  }

  /** @param {ReadonlyArray<WireLine>} lines all that was said before we came, or came back */
  takeHistory(lines) {
    const unkept = this.lines.filter((line) => !line.kept);
    const told = new Set(lines.map((line) => line.id));
    // An applet that was started again has forgotten what we have seen it keep: the helpdesk has it, and so have we.
    const forgotten = this.lines.filter((line) => line.kept && !told.has(line.id));
    this.#lines.clear();
    for (const line of forgotten) this.#put(line);
    for (const line of lines) this.#put({ ...checked(line), kept: true });
    for (const line of unkept) if (!this.#lines.has(line.id)) this.#put(line);
    this.changed.emit(this.lines);
  }

  /** @param {string} id the applet has this line now */
  keep(id) {
    const line = this.#lines.get(id);
    if (!line || line.kept) return;
    this.#lines.set(id, { ...line, kept: true });
    this.changed.emit(this.lines);
  }

  /** @param {Line} line */
  #put(line) {
    this.#lines.set(line.id, line);
    if (this.#lines.size <= LIMITS.chatLines) return;
    const [oldest] = this.#lines.keys();
    if (oldest !== undefined) this.#lines.delete(oldest);
  }
}

/** @param {WireLine} line @returns {WireLine} @throws {import('./status.js').StatusError} PROTOCOL_ERROR */
function checked(line) {
  if (line.text.length > LIMITS.chatCharacters) throw protocolError(`a chat line of ${line.text.length} characters`);
  const { id, text, author, fromCustomer } = line;
  return { id, text, sentAt: Math.min(line.sentAt, LIMITS.latestTime), author, fromCustomer };
}
