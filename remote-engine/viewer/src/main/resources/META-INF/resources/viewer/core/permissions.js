import { Signal } from './signal.js';
import { DECISION } from './wire.gen.js';

/** @typedef {'off' | 'asking' | 'granted'} Answer */
/** @typedef {'granted' | 'declined' | 'timed_out' | 'withdrawn' | 'not_permitted' | 'lapsed'} Decision */
/** @typedef {{permission: string, decision: Decision}} Decided */

/** The decisions on the wire. @type {ReadonlyMap<number, Decision>} */
export const DECISIONS = new Map([
  [DECISION.GRANTED, 'granted'],
  [DECISION.DECLINED, 'declined'],
  [DECISION.TIMED_OUT, 'timed_out'],
  [DECISION.WITHDRAWN, 'withdrawn'],
  [DECISION.NOT_PERMITTED, 'not_permitted'],
  [DECISION.LAPSED, 'lapsed'],
]);

/**
 * What the technician may do in this session. The grant is the ceiling; below it the customer decides, live, and may
 * take it back at any time. This only mirrors the customer's answers: the applet enforces them.
 */
export class Permissions {
  /** @type {Signal<Permissions>} */
  changed = new Signal();
  /** @type {Signal<Decided>} */
  decided = new Signal();

  /** @type {ReadonlySet<string>} */
  #ceiling = new Set();
  /** @type {Set<string>} */
  #granted = new Set();
  /** Being asked, and since when (milliseconds, page clock). @type {Map<string, number>} */
  #asking = new Map();
  /** Asked, and no answer heard yet: permission to request. @type {Map<string, {requestId: string, permission: string}>} */
  #unanswered = new Map();
  /** Of these, what was asked again since the applet was last out of reach. @type {Set<string>} */
  #repeated = new Set();
  #told = false;
  #send;

  /** @param {(request: {requestId: string, permission: string}) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /** @param {ReadonlySet<string>} permissions what the grant carries */
  limitTo(permissions) {
    this.#ceiling = permissions;
    this.changed.emit(this);
  }

  /** Whether the applet has said what holds, since it was last out of reach. */
  get told() {
    return this.#told;
  }

  /** Whether the grant carries it at all. What it does not carry is not shown. @param {string} permission */
  mayAsk(permission) {
    return this.#ceiling.has(permission);
  }

  /** @param {string} permission @returns {Answer} */
  of(permission) {
    if (this.#granted.has(permission)) return 'granted';
    return this.#asking.has(permission) ? 'asking' : 'off';
  }

  /** @param {string} permission @returns {number} since when the customer is asked, performance.now(); 0: not asked */
  askedAt(permission) {
    return this.#asking.get(permission) ?? 0;
  }

  /** Asks the customer, once. @param {string} permission */
  ask(permission) {
    if (!this.mayAsk(permission) || this.of(permission) !== 'off') return;
    this.#asking.set(permission, performance.now());
    const request = { requestId: crypto.randomUUID(), permission };
    this.#unanswered.set(permission, request);
    this.#send(request);
    this.changed.emit(this);
  }

  /**
   * The applet's word on everything.
   * @param {{granted: ReadonlyArray<string>, waiting: ReadonlyArray<{permission: string}>}} state
   */
  take({ granted, waiting }) {
    this.#granted = new Set(granted);
    const since = this.#asking;
    this.#asking = new Map(waiting.map(({ permission }) => [permission, since.get(permission) ?? performance.now()]));
    this.#told = true;
    for (const request of [...this.#unanswered.values()]) this.#askAgain(request, since);
    this.changed.emit(this);
  }

  /**
   * Neither granted nor being asked: the request or the answer was lost. The applet knows the request by its id, asks
   * nobody twice, and says again what was decided.
   * @param {{requestId: string, permission: string}} request
   * @param {ReadonlyMap<string, number>} since
   */
  #askAgain(request, since) {
    const { permission } = request;
    if (this.of(permission) === 'asking') return;
    if (this.of(permission) === 'granted' || this.#repeated.has(permission)) {
      this.#unanswered.delete(permission);
      return;
    }
    this.#repeated.add(permission);
    this.#asking.set(permission, since.get(permission) ?? performance.now());
    this.#send(request);
  }

  /** @param {{permission: string, decision: number}} message */
  decide({ permission, decision }) {
    const meaning = DECISIONS.get(decision);
    // A decision of a newer version: the state that follows it says what holds.
    if (!meaning) return;
    this.#asking.delete(permission);
    this.#unanswered.delete(permission);
    if (meaning === 'granted') this.#granted.add(permission);
    else this.#granted.delete(permission);
    this.changed.emit(this);
    this.decided.emit({ permission, decision: meaning });
  }

  /** Nothing holds while the customer cannot be reached; the applet tells again what does. */
  forget() {
    this.#granted.clear();
    this.#asking.clear();
    this.#repeated.clear();
    this.#told = false;
    this.changed.emit(this);
  }
}
