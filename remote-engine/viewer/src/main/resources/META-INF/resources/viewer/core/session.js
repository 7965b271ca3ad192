// SESSION-FLOW 5 technician connects (this end)
import * as wire from './wire.gen.js';
import { AdmissionRefused } from './admission.js';
import { STEADY_AFTER, pauseBefore } from './backoff.js';
import { Chat } from './chat.js';
import { ClipboardLine } from './clipboard/line.js';
import { Connection } from './connection.js';
import { RemoteCursor } from './cursor.js';
import { FileLine } from './files/line.js';
import { claimsOf } from './grant.js';
import { InputOutbox } from './input/outbox.js';
import { InputSender } from './input/sender.js';
import { Permissions } from './permissions.js';
import { Presence } from './presence.js';
import { receive } from './receive.js';
import { SealIdentity } from './seal/link.js';
import { wordsOf } from './seal/words.js';
import { RemoteScreen } from './screen.js';
import { Latest } from './signal.js';
import { ConnectionState } from './states.js';
import { protocolError } from './status.js';
import { Steering } from './steering.js';
import { Traffic } from './traffic.js';
import { inputWire } from './input/wire.js';

const { MESSAGE_TYPE, STATUS } = wire;

/** Refused so often in a row, without getting in once, nothing will change by asking again. */
const MOST_REFUSALS = 5;

/**
 * Why the session is over for this page.
 * @typedef {{status: import('./status.js').Status | undefined, messageKey: string}} Ending
 */

/**
 * What came of one admission and one connection.
 * @typedef {import('./admission.js').Outcome & {lasted: number, sentOn?: boolean}} Attempt lasted: milliseconds from
 *   connecting to the loss; sentOn: the relay let us in and then said that the session goes on elsewhere
 */

/**
 * A technician's part in one session: gets grants, connects, comes back when the connection is lost, and brings what
 * arrives to its place. Everything an application needs is here as a room of its own (`screen`, `chat`, `permissions`,
 * `presence`, `steering`, `input`) or a signal. Made once per page; `start` once, `stop` at any time.
 */
export class ViewerSession {
  state = new ConnectionState();
  /** What the helpdesk says about the session. @type {Latest<import('./admission.js').SessionCard>} */
  admitted = new Latest();
  /** A pause before the next attempt. @type {Latest<{milliseconds: number, messageKey: string}>} */
  pausing = new Latest();
  /** @type {Latest<number>} */
  latency = new Latest();
  /** @type {Latest<Ending>} */
  ended = new Latest();
  /** The security words to compare with the customer; none while there are no keys. @type {Latest<ReadonlyArray<string>>} */
  words = new Latest();

  /** What comes in. */
  traffic = new Traffic();
  /** Host of the relay that everything goes through; empty: none yet. */
  relay = '';

  presence = new Presence();
  cursor = new RemoteCursor();
  permissions = new Permissions((request) =>
    this.#send(MESSAGE_TYPE.PERMISSION_REQUEST, wire.encodePermissionRequest(request)),
  );
  steering = new Steering((request) =>
    this.#send(MESSAGE_TYPE.STEERING_REQUEST, wire.encodeSteeringRequest(request)),
  );
  chat = new Chat((line) => this.#send(MESSAGE_TYPE.CHAT_LINE, wire.encodeChatLine(line)));
  clipboard = new ClipboardLine(this.permissions, (type, payload) => this.#send(type, payload));
  files = new FileLine(this.permissions, (type, payload) => this.#send(type, payload));
  outbox = new InputOutbox();
  input = new InputSender(inputWire((type, payload) => this.#send(type, payload), this.outbox));
  screen;

  #admit;
  /** The relay that did not let us in. @type {string | undefined} */
  #lostRelay;
  #identity = new SealIdentity();
  /** @type {Connection | null} */
  #connection = null;
  /** Ends the pause before the next attempt. @type {() => void} */
  #hurry = () => undefined;
  #viewing = false;

  /**
   * @param {object} options
   * @param {(lost?: string) => Promise<import('./admission.js').Admission>} options.admit called for every connection,
   *   with the address of the relay that did not let us in the last time, if so
   * @param {HTMLCanvasElement} options.canvas
   * @param {import('./picture/decoders.js').PictureDecoder} options.decoder
   */
  constructor({ admit, canvas, decoder }) {
    this.#admit = admit;
    this.screen = new RemoteScreen(canvas, decoder);
    this.screen.shown.add(({ number, quiet }) => {
      if (!quiet) this.#send(MESSAGE_TYPE.PICTURE_SHOWN, wire.encodePictureShown({ picture: number }));
    });
    this.screen.broken.add((cause) => this.#connection?.fail(cause));
    this.permissions.changed.add(() => {
      this.#followView();
      this.#followControl();
    });
    this.steering.changed.add(() => this.#followControl());
  }

  /** Connects, and comes back until the session is over. @returns {Promise<Ending>} */
  async start() {
    let attempt = 0;
    let refusals = 0;
    for (;;) {
      const loss = await this.#once();
      if (this.state.current === 'ended') return { status: STATUS.OK, messageKey: 'status.ok' };
      refusals = loss.status?.name === 'GRANT_REFUSED' ? refusals + 1 : 0;
      if (!loss.retry || refusals >= MOST_REFUSALS) return this.#end(loss);
      if (loss.lasted > STEADY_AFTER || loss.sentOn) attempt = 0;
      this.state.go('reconnecting');
      await this.#pause(Math.max(pauseBefore(attempt, Math.random()), loss.notBefore), loss.messageKey);
      if (this.state.current !== 'reconnecting') return { status: STATUS.OK, messageKey: 'status.ok' };
      attempt++;
    }
  }

  /** Does not wait for the next attempt. */
  retryNow() {
    this.#hurry();
  }

  /** Leaves the session on purpose; it goes on without us. */
  leave() {
    this.stop(STATUS.LEFT);
  }

  /** The page goes; it may come back. @param {import('./status.js').Status} [why] */
  stop(why = STATUS.OK) {
    if (this.state.current === 'ended') return;
    this.input.releaseAll();
    this.outbox.shut();
    this.state.go('ended');
    this.#connection?.close(why);
    this.#hurry();
    this.screen.close();
  }

  /**
   * Asks the relay to end the session for everybody. The helpdesk's own way comes first; this one works while it is away.
   * @returns {boolean} false: there is no connection to ask on
   */
  end() {
    if (this.state.current !== 'joined') return false;
    this.#send(MESSAGE_TYPE.END, wire.encodeEnd({ status: STATUS.ENDED_BY_TECHNICIAN.code }));
    return true;
  }

  /**
   * One admission and one connection, until it is lost.
   * @returns {Promise<Attempt>}
   */
  async #once() {
    this.state.go('admitting');
    /** @type {import('./admission.js').Admission} */
    let admission;
    try {
      admission = await this.#admit(this.#lostRelay);
    } catch (cause) {
      if (!(cause instanceof AdmissionRefused)) throw cause;
      return { ...cause.outcome, lasted: 0 };
    }
    if (this.state.current !== 'admitting') return { ...LEFT };
    this.#greet(admission);
    const since = performance.now();
    this.#lostRelay = admission.relayUrl; // until it lets us in
    const { status: row, detail } = await this.#connect(admission);
    console.info(`beistand: connection over, ${row?.name ?? 'no status'}: ${detail}`);
    // A grant that was too old says nothing about the relay.
    if (row?.name === 'GRANT_EXPIRED' || row?.name === 'GRANT_REFUSED') this.#lostRelay = undefined;
    const sentOn = row?.name === 'RELAY_DRAINING' && this.#lostRelay === undefined;
    this.#disconnected();
    const messageKey = row?.messageKey ?? 'status.lost';
    const lasted = performance.now() - since;
    return { status: row, messageKey, retry: row?.retryable ?? true, lasted, sentOn, notBefore: 0 };
  }

  /** @param {import('./admission.js').Admission} admission */
  #greet({ grant, session }) {
    const claims = claimsOf(grant);
    this.chat.author = claims.name || session.technician;
    this.permissions.limitTo(claims.permissions);
    this.admitted.emit(session);
  }

  /** @param {import('./admission.js').Admission} admission @returns {Promise<import('./connection.js').Loss>} */
  #connect({ relayUrl, grant, session: { language } }) {
    this.state.go('connecting');
    this.relay = new URL(relayUrl).host;
    const self = { grant, ...claimsOf(grant), identity: this.#identity };
    const connection = new Connection(relayUrl, self, {
      opened: () => this.state.go('joining'),
      welcomed: (welcome) => {
        this.#lostRelay = undefined;
        this.steering.self = welcome.participantId;
        this.presence.welcome(welcome.participants);
        this.state.go('joined');
      },
      joined: (participant) => {
        this.presence.joined(participant);
      },
      agreed: (words) => {
        this.words.emit(wordsOf(words, language));
        this.chat.repeatUnkept();
      },
      left: (id, forGood) => {
        const customer = this.presence.customer?.id === id;
        this.presence.left(id, forGood);
        if (customer) this.#customerGone();
      },
      frame: (frame) => {
        if (!receive(this, frame)) throw protocolError(`channel ${frame.channel} type ${frame.type}`);
      },
      roundTrip: (milliseconds) => this.latency.emit(milliseconds),
      arrived: (bytes) => this.traffic.add(bytes, performance.now()),
    });
    this.#connection = connection;
    return connection.lost;
  }

  /** The picture follows the permission to view: the applet sends all of it when that comes; it is gone when that goes. */
  #followView() {
    const viewing = this.permissions.of('view') === 'granted';
    if (viewing === this.#viewing) return;
    this.#viewing = viewing;
    if (!viewing && this.state.current === 'joined' && this.presence.customer?.away === false) this.screen.clear();
  }

  /** Input goes where control is granted and ours; what is kept waits until the applet has said whether it still is. */
  #followControl() {
    if (this.permissions.of('control') === 'granted' && this.steering.mine) this.outbox.open();
    else if (this.permissions.told) this.outbox.shut();
  }

  #customerGone() {
    this.outbox.interrupt();
    this.words.emit([]);
    this.permissions.forget();
    this.steering.forget();
    this.screen.forget();
    this.cursor.forget();
  }

  #disconnected() {
    this.#connection = null;
    // People first: the last picture stays, greyed, while we come back; only a withdrawal makes it go.
    this.presence.clear();
    this.#customerGone();
  }

  /** @param {import('./connection.js').MessageType} type @param {Uint8Array<ArrayBuffer>} payload */
  #send(type, payload) {
    this.#connection?.send(type, payload);
  }

  /** @param {number} milliseconds @param {string} messageKey why @returns {Promise<void>} */
  #pause(milliseconds, messageKey) {
    this.pausing.emit({ milliseconds, messageKey });
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** @param {Ending} ending @returns {Ending} */
  #end({ status: row, messageKey }) {
    this.state.go('ended');
    this.outbox.shut();
    this.files.close();
    this.screen.clear();
    this.screen.close();
    this.ended.emit({ status: row, messageKey });
    return { status: row, messageKey };
  }
}

const LEFT = Object.freeze({
  status: STATUS.OK,
  messageKey: 'status.ok',
  retry: false,
  lasted: 0,
  notBefore: 0,
});
