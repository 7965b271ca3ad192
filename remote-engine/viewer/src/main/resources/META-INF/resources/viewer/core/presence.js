import { Signal } from './signal.js';
import { ROLE } from './wire.gen.js';

/**
 * Somebody else in the session. `away`: the connection broke and may come back.
 * @typedef {{id: number, role: number, subject: string, displayName: string, features: ReadonlyArray<string>, away: boolean}} Person
 */

/** What the relay says of somebody who comes. @typedef {Pick<Person, 'id' | 'role' | 'subject' | 'displayName' | 'features'>} Arrival */

/** Who else is in the session. */
export class Presence {
  /** @type {Signal<ReadonlyArray<Person>>} */
  changed = new Signal();
  /** Somebody came, went or lost the connection. @type {Signal<{kind: 'joined' | 'left' | 'away', name: string}>} */
  news = new Signal();
  /** @type {Map<number, Person>} */
  #people = new Map();

  /** @param {Iterable<Arrival>} participants who are here at the welcome */
  welcome(participants) {
    this.#people.clear();
    for (const participant of participants) this.#put(participant);
    this.#tell();
  }

  /** @param {Arrival} participant */
  joined(participant) {
    // Who comes back replaces the connection that was lost, whatever number it had.
    for (const known of this.#people.values()) {
      if (known.away && known.subject === participant.subject) this.#people.delete(known.id);
    }
    this.#put(participant);
    this.#tell();
    this.news.emit({ kind: 'joined', name: participant.displayName });
  }

  /** @param {number} id @param {boolean} forGood */
  left(id, forGood) {
    const known = this.#people.get(id);
    if (!known) return;
    if (forGood) this.#people.delete(id);
    else this.#people.set(id, { ...known, away: true });
    this.#tell();
    this.news.emit({ kind: forGood ? 'left' : 'away', name: known.displayName });
  }

  /** Nobody can be seen while we are not connected ourselves. */
  clear() {
    this.#people.clear();
    this.#tell();
  }

  /** @returns {ReadonlyArray<Person>} */
  get people() {
    return [...this.#people.values()];
  }

  /** @returns {Person | undefined} the customer's applet, here or away */
  get customer() {
    return this.people.find((person) => person.role === ROLE.APPLET);
  }

  /** @param {Arrival} participant */
  #put({ id, role, subject, displayName, features }) {
    this.#people.set(id, { id, role, subject, displayName, features, away: false });
  }

  #tell() {
    this.changed.emit(this.people);
  }
}
