import * as wire from './wire.gen.js';
import { nowMicros } from './clock.js';
import { FLAG, FRAME_VERSION, decodeFrame, encodeFrame } from './frame.js';
import { LIMITS } from './limits.js';
import { FEATURES } from './picture/coders.js';
import { IncomingSequences, OutgoingSequences } from './sequences.js';
import { StatusError, protocolError, statusOfClose, statusOfCode } from './status.js';

const { CHANNEL, MESSAGE_TYPE, STATUS } = wire;

/** Between two questions for the round trip, milliseconds. */
const PING_EVERY = 2000;
/** Nothing heard for so long after a ping: the way is dead, though the browser may not know it yet, milliseconds. */
const SILENT_AFTER = 15000;
/** From opening the WebSocket to Welcome, milliseconds. */
const WELCOME_WITHIN = 10000;

/**
 * Who hears what the relay and the others send. Called on the page's thread, one at a time, in the order of arrival; what
 * they throw ends the connection with its status.
 * @typedef {object} ConnectionEvents
 * @property {() => void} opened the WebSocket is open, Hello is sent
 * @property {(welcome: wire.Welcome) => void} welcomed
 * @property {(participant: wire.Participant) => void} joined
 * @property {(id: number, forGood: boolean) => void} left
 * @property {(frame: import('./frame.js').Frame) => void} frame on a channel other than CONTROL
 * @property {(milliseconds: number) => void} roundTrip
 */

/** @typedef {{channel: number, number: number}} MessageType */

/**
 * How a connection was lost. `status` is absent when it broke without a word. `detail` is for logs.
 * @typedef {{status: import('./status.js').Status | undefined, detail: string}} Loss
 */

/** One WebSocket's life: Hello, Welcome, frames both ways, and one end, told by `lost`, exactly once. */
export class Connection {
  /** Resolves once, when the connection is over, for whatever reason. @type {Promise<Loss>} */
  lost;

  #socket;
  #events;
  #grant;
  #outgoing = new OutgoingSequences();
  #incoming = new IncomingSequences();
  #welcomed = false;
  /** @type {(loss: Loss) => void} */
  #lose = () => undefined;
  /** Pings under way: nonce to the time they left. @type {Map<number, number>} */
  #pings = new Map();
  #nonce = 0;
  #heardAt = performance.now();
  #timer = 0;

  /** @param {string} relayUrl without `/session` @param {string} grant @param {ConnectionEvents} events */
  constructor(relayUrl, grant, events) {
    this.#events = events;
    this.#grant = grant;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    this.#socket = new WebSocket(`${relayUrl.replace(/\/+$/, '')}/session`);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onopen = () => this.#greet();
    this.#socket.onmessage = ({ data }) => this.#guard(() => this.#take(data));
    this.#socket.onclose = ({ code, reason }) => this.#over(statusOfClose(code), `closed with ${code} ${reason}`);
    this.#timer = setInterval(() => this.#watch(), PING_EVERY);
  }

  /**
   * Sends a message. What cannot go any more is dropped: the reconnection tells the other side all that still matters.
   * @param {MessageType} type @param {Uint8Array<ArrayBuffer>} payload
   */
  send({ channel, number }, payload) {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const sequence = this.#outgoing.next(channel);
    const header = { channel, type: number, flags: 0, participant: 0, keyEpoch: 0, sequence, time: nowMicros() };
    this.#socket.send(encodeFrame({ ...header, payload }));
  }

  /** Ends the connection because of what happened here. @param {unknown} cause */
  fail(cause) {
    const error = cause instanceof StatusError ? cause : new StatusError(STATUS.INTERNAL, String(cause));
    // A page may close with 1000 or 3000 to 4999 only.
    const code = error.status.closeCode;
    this.#socket.close(code >= 3000 ? code : 4400);
    this.#over(error.status, error.message);
  }

  /** Leaves quietly. */
  close() {
    this.#socket.close(1000);
    this.#over(STATUS.OK, 'closed here');
  }

  #greet() {
    const hello = {
      grant: this.#grant,
      minVersion: FRAME_VERSION,
      maxVersion: FRAME_VERSION,
      features: [...FEATURES],
      software: 'beistand-viewer',
    };
    this.#guard(() => {
      this.send(MESSAGE_TYPE.HELLO, wire.encodeHello(hello));
      this.#heardAt = performance.now();
      this.#events.opened();
    });
  }

  /** @param {unknown} data */
  #take(data) {
    if (!(data instanceof ArrayBuffer)) throw protocolError('a text message');
    const frame = decodeFrame(data);
    // No keys are agreed in this version, so nobody honest sends ciphertext.
    if (frame.flags & FLAG.SEALED) throw protocolError('a sealed frame');
    this.#heardAt = performance.now();
    if (frame.channel === CHANNEL.CONTROL) {
      this.#control(frame);
      return;
    }
    if (!this.#welcomed) throw protocolError(`channel ${frame.channel} before Welcome`);
    this.#incoming.check(frame);
    this.#events.frame(frame);
  }

  /** @param {import('./frame.js').Frame} frame */
  #control({ type, payload }) {
    if (payload.length > LIMITS.controlBytes) throw protocolError(`a control payload of ${payload.length} bytes`);
    switch (type) {
      case MESSAGE_TYPE.WELCOME.number:
        this.#welcome(wire.decodeWelcome(payload));
        break;
      case MESSAGE_TYPE.PARTICIPANT_JOINED.number: {
        const { participant } = wire.decodeParticipantJoined(payload);
        if (!participant) throw protocolError('nobody has joined');
        this.#incoming.forget(participant.id);
        this.#events.joined(participant);
        break;
      }
      case MESSAGE_TYPE.PARTICIPANT_LEFT.number: {
        const { participantId, forGood } = wire.decodeParticipantLeft(payload);
        this.#events.left(participantId, forGood);
        break;
      }
      case MESSAGE_TYPE.PING.number:
        this.send(MESSAGE_TYPE.PONG, wire.encodePong(wire.decodePing(payload)));
        break;
      case MESSAGE_TYPE.PONG.number:
        this.#pong(wire.decodePong(payload).nonce);
        break;
      case MESSAGE_TYPE.END.number:
        this.#ended(wire.decodeEnd(payload).status, 'End');
        break;
      case MESSAGE_TYPE.FAILURE.number: {
        const failure = wire.decodeFailure(payload);
        this.#ended(failure.status, `Failure ${failure.detail}`);
        break;
      }
      default: // A message of a newer relay that the features we announced do not ask for.
    }
  }

  /** @param {wire.Welcome} welcome */
  #welcome(welcome) {
    if (this.#welcomed) throw protocolError('a second Welcome');
    if (welcome.version !== FRAME_VERSION) throw new StatusError(STATUS.VERSION_UNSUPPORTED, `${welcome.version}`);
    this.#welcomed = true;
    this.#events.welcomed(welcome);
    this.#ping();
  }

  /** @param {number} code @param {string} detail */
  #ended(code, detail) {
    const row = statusOfCode(code) ?? STATUS.INTERNAL;
    this.#over(row, detail);
    this.#socket.close(1000);
  }

  #ping() {
    const nonce = ++this.#nonce;
    this.#pings.set(nonce, performance.now());
    this.send(MESSAGE_TYPE.PING, wire.encodePing({ nonce }));
  }

  /** @param {number} nonce */
  #pong(nonce) {
    const left = this.#pings.get(nonce);
    if (left === undefined) return;
    this.#pings.clear();
    this.#events.roundTrip(performance.now() - left);
  }

  #watch() {
    // Measured from a ping that was really sent: browsers let the timers of hidden pages sleep for a minute.
    const [unanswered] = this.#pings.values();
    const since = this.#welcomed ? Math.max(unanswered ?? Infinity, this.#heardAt) : this.#heardAt;
    const silent = performance.now() - since;
    if (silent > (this.#welcomed ? SILENT_AFTER : WELCOME_WITHIN)) {
      this.#over(undefined, `nothing heard for ${Math.round(silent)} ms`);
      this.#socket.close(1000);
    } else if (this.#welcomed) {
      this.#ping();
    }
  }

  /** @param {() => void} work */
  #guard(work) {
    try {
      work();
    } catch (cause) {
      this.fail(cause instanceof wire.WireError ? protocolError(cause.message) : cause);
    }
  }

  /** @param {import('./status.js').Status | undefined} row @param {string} detail */
  #over(row, detail) {
    clearInterval(this.#timer);
    const socket = this.#socket;
    socket.onopen = socket.onmessage = socket.onclose = null;
    this.#lose({ status: row, detail });
  }
}
