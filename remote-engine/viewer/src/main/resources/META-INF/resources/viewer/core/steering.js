import { Signal } from './signal.js';
import { STEERING_STEP } from './wire.gen.js';

/**
 * What the applet said last.
 * @typedef {{steering: number, leading: number, asking: ReadonlyArray<{participant: number}>}} SteeringState
 *
 * What has just happened to the turn. `mine`: we have it. `lost`: we had it. `passed`: it went from somebody else to
 * somebody else. `refused`: we asked, and the one who has it said no.
 * @typedef {'mine' | 'lost' | 'passed' | 'refused'} SteeringNews
 */

/**
 * Who has mouse and keyboard: one technician at a time. The applet decides; this mirrors what it says and tells it what
 * we want. Participants are named by their numbers.
 */
export class Steering {
  /** @type {Signal<Steering>} */
  changed = new Signal();
  /** @type {Signal<SteeringNews>} */
  news = new Signal();

  /** Our own number on this connection. */
  self = 0;
  /** @type {SteeringState | null} */
  #state = null;
  /** We have asked and not taken it back. */
  #asked = false;
  #send;

  /** @param {(request: {step: number, participant: number}) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /** Whether the applet has said who steers; an older one never does. */
  get told() {
    return this.#state !== null;
  }

  /** Whether our input counts where control is allowed. With an older applet everybody's does. */
  get mine() {
    return this.#state === null || this.#state.steering === this.self;
  }

  /** Who steers; 0: nobody, or it is not known. */
  get steering() {
    return this.#state?.steering ?? 0;
  }

  /** Who leads the session; 0: nobody who is here, or it is not known. */
  get leading() {
    return this.#state?.leading ?? 0;
  }

  /** Who waits for our answer, when we steer. @returns {ReadonlyArray<number>} */
  get wishes() {
    return this.#state && this.mine ? this.#state.asking.map(({ participant }) => participant) : [];
  }

  /** Whether we wait for an answer. */
  get waiting() {
    return this.isAsking(this.self);
  }

  /** @param {number} id */
  isAsking(id) {
    return this.#state?.asking.some(({ participant }) => participant === id) ?? false;
  }

  ask() {
    this.#asked = true;
    this.#say(STEERING_STEP.ASK);
  }

  /** Takes back our wish, or gives the turn up. */
  letGo() {
    this.#asked = false;
    this.#say(STEERING_STEP.LET_GO);
  }

  /** @param {number} id */
  pass(id) {
    this.#say(STEERING_STEP.PASS, id);
  }

  /** @param {number} id */
  refuse(id) {
    this.#say(STEERING_STEP.REFUSE, id);
  }

  /** Only who leads is given it. */
  takeOver() {
    this.#say(STEERING_STEP.TAKE);
  }

  /** The helpdesk has written down that somebody else leads from now on. @param {number} id */
  handLeadTo(id) {
    this.#say(STEERING_STEP.LEAD, id);
  }

  /** The applet's word. @param {SteeringState} state */
  take(state) {
    const before = this.#state;
    this.#state = state;
    this.changed.emit(this);
    if (!before) return;
    const wasMine = before.steering === this.self;
    if (state.steering !== before.steering) {
      this.news.emit(this.mine ? 'mine' : wasMine ? 'lost' : 'passed');
    } else if (this.#asked && before.asking.some(({ participant }) => participant === this.self) && !this.waiting) {
      this.news.emit('refused');
    }
    if (!this.waiting) this.#asked = false;
  }

  /** Nothing is known while the customer cannot be reached; the applet tells again who steers. */
  forget() {
    this.#state = null;
    this.#asked = false;
    this.changed.emit(this);
  }

  /** @param {number} step @param {number} participant */
  #say(step, participant = 0) {
    this.#send({ step, participant });
  }
}
