import { Signal } from './signal.js';

/**
 * Where the session's connection is. Nothing else is possible than what this table says.
 * @typedef {'idle' | 'admitting' | 'connecting' | 'joining' | 'joined' | 'reconnecting' | 'ended'} StateName
 * @type {Readonly<Record<StateName, ReadonlyArray<StateName>>>}
 */
export const TRANSITIONS = Object.freeze({
  idle: ['admitting', 'ended'],
  // The helpdesk is asked for a grant.
  admitting: ['connecting', 'reconnecting', 'ended'],
  // The WebSocket opens.
  connecting: ['joining', 'reconnecting', 'ended'],
  // Hello is sent, Welcome is awaited.
  joining: ['joined', 'reconnecting', 'ended'],
  joined: ['reconnecting', 'ended'],
  // A pause before the next attempt.
  reconnecting: ['admitting', 'ended'],
  ended: [],
});

export class ConnectionState {
  /** @type {StateName} */
  #current = 'idle';
  /** @type {Signal<StateName>} */
  changed = new Signal();

  get current() {
    return this.#current;
  }

  /**
   * @param {StateName} next
   * @throws {Error} when the table does not know this way: a fault of ours, never of the wire
   */
  go(next) {
    if (!TRANSITIONS[this.#current].includes(next)) throw new Error(`no way from ${this.#current} to ${next}`);
    this.#current = next;
    this.changed.emit(next);
  }
}
