import { PERMISSION } from '../wire.gen.js';
import { countBelow, countWhile } from './tape.js';

/** A picture that comes this soon is what a recording opens on, milliseconds. */
const SOON = 3000;

/** @typedef {import('./tape.js').Tape} Tape */
/** @typedef {import('./happened.js').Happening} Happening */

/**
 * What is listed beside the picture; `at` milliseconds from the reel's beginning. `steered` without a name: it is not
 * known whose; with an empty one: nobody has mouse and keyboard.
 * @typedef {{at: number} & (
 *   {kind: 'begins', technician: string} |
 *   {kind: 'ends', end: import('./tape.js').TapeEnd} |
 *   {kind: 'said', author: string, fromCustomer: boolean, text: string} |
 *   {kind: 'asked', permission: string} |
 *   {kind: 'decided', permission: string, decision: import('../permissions.js').Decision} |
 *   {kind: 'holds', granted: ReadonlyArray<string>} |
 *   {kind: 'steered', name?: string} |
 *   {kind: 'unreadable'}
 * )} Mark
 */

/**
 * Tapes one after the other on one time line, as one looks at them. Entries are numbered through all of them. At least one
 * tape, none of them empty.
 */
export class Reel {
  /** Milliseconds from the first entry to the last. */
  duration;
  /** Entries of all tapes. */
  length;
  /** @type {ReadonlyArray<Mark>} */
  marks;
  /** Names of whose view it is, each once. @type {ReadonlyArray<string>} */
  technicians;
  /** Milliseconds that were recorded: without the times between tapes. */
  recorded;

  /** @type {{tape: Tape, first: number, from: number, to: number}[]} first: an entry's number; from, to: milliseconds */
  #parts = [];
  #begins;

  /** @param {ReadonlyArray<Tape>} tapes by their beginnings @param {ReadonlyMap<number, string>} names of participants */
  constructor(tapes, names) {
    this.#begins = tapes[0].begins;
    let first = 0;
    let from = 0;
    for (const tape of tapes) {
      // A connection that replaces another one may begin before that is gone; on the line one thing is after the other.
      from = Math.max(from, this.#since(tape.begins));
      const to = Math.max(from, this.#since(tape.ends));
      this.#parts.push({ tape, first, from, to });
      first += tape.entries.length;
      from = to;
    }
    this.length = first;
    this.duration = from;
    this.technicians = [...new Set(tapes.map(({ card }) => card.technician))];
    this.recorded = this.#parts.reduce((sum, part) => sum + part.to - part.from, 0);
    this.marks = this.#parts.flatMap((part) => marksOf(part, names, (time) => this.#at(part, time))).filter(news(this.#begins));
  }

  /** Where there is something to be seen first, if that is soon; else the beginning: milliseconds. */
  get opening() {
    const [first] = this.#parts[0].tape.index.fullEnds;
    const at = first === undefined ? Infinity : this.at(first);
    return at <= SOON ? at : 0;
  }

  /** Milliseconds since 1970 of a place on the line. @param {number} at milliseconds */
  clock(at) {
    return this.#begins / 1000 + at;
  }

  /** @param {number} number of an entry @returns {{tape: Tape, index: number}} */
  entry(number) {
    const { tape, first } = this.#partOf(number);
    return { tape, index: number - first };
  }

  /** When an entry comes. @param {number} number @returns {number} milliseconds from the beginning */
  at(number) {
    const part = this.#partOf(number);
    return this.#at(part, part.tape.entries[number - part.first].time);
  }

  /** @param {number} at milliseconds @returns {number} of the first entry that comes later */
  after(at) {
    return countWhile(this.length, (number) => this.at(number) <= at);
  }

  /**
   * Where to begin in order to know everything before an entry: at a picture that needs no earlier one and is all there
   * by then, or at a tape's beginning.
   * @param {number} number of an entry, or behind the last @returns {number} of an entry
   */
  whole(number) {
    const { tape, first } = this.#partOf(Math.max(0, number - 1));
    const count = countBelow(tape.index.fullEnds, number - first);
    return first + (count > 0 ? tape.index.full[count - 1] : 0);
  }

  /** The time between two tapes in which a place lies. @param {number} at @returns {{from: number, to: number} | undefined} */
  gap(at) {
    const next = this.#parts.findIndex(({ from }) => from > at);
    if (next < 1 || at <= this.#parts[next - 1].to) return undefined;
    return { from: this.#parts[next - 1].to, to: this.#parts[next].from };
  }

  /** @param {number} number @returns {{tape: Tape, first: number, from: number, to: number}} */
  #partOf(number) {
    const count = countWhile(this.#parts.length, (part) => this.#parts[part].first <= number);
    return this.#parts[Math.max(0, count - 1)];
  }

  /** @param {{from: number, to: number}} part @param {number} time microseconds since 1970 */
  #at({ from, to }, time) {
    return Math.min(to, Math.max(from, this.#since(time)));
  }

  /** @param {number} time microseconds since 1970 @returns {number} milliseconds */
  #since(time) {
    return (time - this.#begins) / 1000;
  }
}

/**
 * Tapes as they can be looked at: all of them on one line when no two technicians overlap, else one line for each
 * technician, the longest first.
 * @param {ReadonlyArray<Tape>} tapes in any order
 * @returns {Reel[]} none: nothing is recorded
 */
export function reelsOf(tapes) {
  const full = tapes.filter(({ entries }) => entries.length > 0).sort((a, b) => a.begins - b.begins);
  if (full.length === 0) return [];
  const names = new Map(full.filter(({ number }) => number > 0).map(({ number, card }) => [number, card.technician]));
  const others = full.some((tape, at) => {
    return full.slice(0, at).some((earlier) => earlier.card.technicianId !== tape.card.technicianId && earlier.ends > tape.begins);
  });
  if (!others) return [new Reel(full, names)];
  const subjects = [...new Set(full.map(({ card }) => card.technicianId))];
  return subjects
    .map((subject) => new Reel(full.filter(({ card }) => card.technicianId === subject), names))
    .sort((a, b) => b.recorded - a.recorded);
}

/**
 * @param {{tape: Tape, from: number, to: number}} part @param {ReadonlyMap<number, string>} names
 * @param {(time: number) => number} at
 * @returns {(Mark & {happening?: Happening})[]}
 */
function marksOf({ tape, from, to }, names, at) {
  const { technician } = tape.card;
  /** @param {Happening} happening @returns {Mark & {happening: Happening}} */
  const mark = (happening) => {
    if (happening.kind !== 'steered') return { ...happening, at: at(happening.time), happening };
    const { kind, participant, time } = happening;
    return { kind, name: participant === 0 ? '' : names.get(participant), at: at(time), happening };
  };
  const steers = controlled(tape.happenings);
  const happened = tape.happenings.filter(({ kind }, number) => kind !== 'steered' || steers[number]);
  return [{ at: from, kind: 'begins', technician }, ...happened.map(mark), { at: to, kind: 'ends', end: tape.end }];
}

/**
 * Whether control was allowed at each of them: without it, whoever is said to steer only would if it were. Before the first
 * word about what is allowed, that holds.
 * @param {ReadonlyArray<Happening>} happenings @returns {boolean[]}
 */
function controlled(happenings) {
  const first = happenings.find(({ kind }) => kind === 'holds');
  let now = first?.kind === 'holds' && first.granted.includes(PERMISSION.CONTROL);
  return happenings.map((happening) => {
    if (happening.kind === 'holds') now = happening.granted.includes(PERMISSION.CONTROL);
    else if (happening.kind === 'decided' && happening.permission === PERMISSION.CONTROL) now = happening.decision === 'granted';
    return now;
  });
}

/**
 * Leaves out what the list has said already: an end that comes back is told everything again.
 * @param {number} begins microseconds since 1970
 * @returns {(mark: Mark & {happening?: Happening}) => boolean}
 */
function news(begins) {
  const known = new Set();
  let steering = '';
  let held = '';
  return ({ happening }) => {
    if (!happening || happening.kind === 'unreadable') return true;
    if (happening.kind === 'steered') {
      const before = steering;
      steering = String(happening.participant);
      return steering !== before && !(before === '' && steering === '0');
    }
    if (happening.kind === 'holds') {
      // Only what holds at the beginning; what changes is told by decisions.
      const before = held;
      held = 'told';
      return before === '' && happening.granted.length > 0;
    }
    if (happening.kind === 'said' && happening.retold && happening.sentAt * 1000 < begins) return false;
    const id = happening.kind === 'said' ? happening.id : happening.requestId;
    if (id === '') return true;
    // The id comes last: whoever chooses it must not be able to make it read like another kind's.
    const name = `${happening.kind} ${happening.kind === 'decided' ? happening.decision : ''} ${id}`;
    if (known.has(name)) return false;
    known.add(name);
    return true;
  };
}
