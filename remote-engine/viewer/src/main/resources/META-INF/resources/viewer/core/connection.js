import * as wire from './wire.gen.js';
import { CLIPBOARD_FEATURE } from './clipboard/line.js';
import { nowMicros } from './clock.js';
import { CURSOR_FEATURE } from './cursor.js';
import { FILES_FEATURE } from './files/transfer.js';
import { FLAG, FRAME_VERSION, decodeFrame, encodeFrame } from './frame.js';
import { Heartbeat } from './heartbeat.js';
import { LIMITS } from './limits.js';
import { features } from './picture/features.js';
import { SEAL_FEATURE, SealedLink } from './seal/link.js';
import { IncomingSequences, OutgoingSequences } from './sequences.js';
import { BrokenLine, StatusError, protocolError, statusOfClose, statusOfCode } from './status.js';

const { CHANNEL, MESSAGE_TYPE, ROLE, STATUS } = wire;

/** Between two questions for the round trip, milliseconds. */
const PING_EVERY = 2000;
/** Nothing heard for so long after a ping: the way is dead, though the browser may not know it yet, milliseconds. */
const SILENT_AFTER = 15000;
/** From opening the WebSocket to Welcome, milliseconds. */
const WELCOME_WITHIN = 6000;
/** From the applet's coming to keys, milliseconds. */
const KEYS_WITHIN = 15000;

/**
 * Who hears what the relay and the others send. Called on the page's thread, one at a time, in the order of arrival; what
 * they throw ends the connection with its status.
 * @typedef {object} ConnectionEvents
 * @property {() => void} opened the WebSocket is open, Hello is sent
 * @property {(welcome: wire.Welcome) => void} welcomed
 * @property {(participant: wire.Participant) => void} joined
 * @property {(id: number, forGood: boolean) => void} left
 * @property {(words: Uint8Array) => void} agreed everything can be said to the applet; the pairing whose words to show
 * @property {(frame: import('./frame.js').Frame) => void} frame from the applet, opened
 * @property {(milliseconds: number) => void} roundTrip
 * @property {(bytes: number) => void} arrived of whatever it is
 */

/** @typedef {{channel: number, number: number}} MessageType */

/**
 * Who we are, as the grant says it, and to applets.
 * @typedef {{grant: string, sessionId: string, subject: string, identity: import('./seal/link.js').SealIdentity}} Self
 */

/**
 * How a connection was lost. `status` is absent when it broke without a word. `detail` is for logs.
 * @typedef {{status: import('./status.js').Status | undefined, detail: string}} Loss
 */

/**
 * One WebSocket's life: Hello, Welcome, keys, sealed frames both ways, and one end, told by `lost`, exactly once. Sealing
 * and opening take their time elsewhere; frames keep their order both ways nevertheless.
 */
export class Connection {
  /** Resolves once, when the connection is over, for whatever reason. @type {Promise<Loss>} */
  lost;

  #socket;
  #events;
  #self;
  #link;
  #outgoing = new OutgoingSequences();
  #incoming = new IncomingSequences();
  #welcomed = false;
  /** @type {(loss: Loss) => void} */
  #lose = () => undefined;
  #heartbeat = new Heartbeat();
  #heardAt = performance.now();
  #timer = 0;
  #isOver = false;
  /** What has arrived and is being dealt with, one after the other. */
  #arriving = Promise.resolve();
  /** What is being sealed, to be sent one after the other. */
  #leaving = Promise.resolve();

  /** @param {string} relayUrl without `/session` @param {Self} self @param {ConnectionEvents} events */
  constructor(relayUrl, self, events) {
    this.#events = events;
    this.#self = self;
    this.#link = new SealedLink({ ...self, send: (type, payload) => this.#sendKeys(type, payload) });
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    this.#socket = new WebSocket(`${relayUrl.replace(/\/+$/, '')}/session`);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onopen = () => this.#inOrder(() => this.#greet());
    this.#socket.onmessage = ({ data }) => this.#inOrder(() => this.#take(data));
    this.#socket.onclose = ({ code, reason }) => {
      this.#inOrder(() => this.#over(statusOfClose(code), `closed with ${code} ${reason}`));
    };
    this.#timer = setInterval(() => this.#watch(), PING_EVERY);
  }

  /**
   * Sends a message to the relay (CONTROL), or sealed to the applet. What cannot go any more, or not yet, is dropped: the
   * next agreement on keys tells the other side all that still matters.
   * @param {MessageType} type @param {Uint8Array<ArrayBuffer>} payload
   */
  send(type, payload) {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    if (type.channel === CHANNEL.CONTROL) {
      this.#socket.send(encodeFrame(this.#frame(type, payload)));
      return;
    }
    const { sealer } = this.#link;
    if (!sealer) return;
    if (sealer.spent) {
      this.#over(undefined, 'the keys have been used enough');
      this.#socket.close(1000);
      return;
    }
    // Sealing begins at once; only the sending waits for its turn.
    const sealed = sealer.seal(this.#frame(type, payload));
    this.#leave(() => sealed);
  }

  /**
   * Behind what was sealed before, so that it says where the new keys begin.
   * @param {MessageType} type @param {Uint8Array<ArrayBuffer>} payload
   */
  #sendKeys(type, payload) {
    const frame = encodeFrame(this.#frame(type, payload));
    this.#leave(async () => frame);
  }

  /** @param {() => Promise<Uint8Array<ArrayBuffer>>} message */
  #leave(message) {
    this.#leaving = this.#leaving
      .then(message)
      .then((bytes) => {
        if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(bytes);
      })
      .catch((cause) => this.fail(cause));
  }

  /** @param {MessageType} type @param {Uint8Array<ArrayBuffer>} payload */
  #frame({ channel, number }, payload) {
    const sequence = this.#outgoing.next(channel);
    return { channel, type: number, flags: 0, participant: 0, keyEpoch: 0, sequence, time: nowMicros(), payload };
  }

  /** Ends the connection because of what happened here. @param {unknown} cause */
  fail(cause) {
    const error = cause instanceof StatusError ? cause : new StatusError(STATUS.INTERNAL, String(cause));
    if (this.#isOver) return;
    // A page may close with 1000 or 3000 to 4999 only.
    const code = error.status.closeCode;
    this.#socket.close(code >= 3000 ? code : 4400);
    this.#over(error instanceof BrokenLine ? undefined : error.status, error.message);
  }

  /** Leaves quietly, after the last words. @param {import('./status.js').Status} why */
  close(why) {
    void this.#leaving.then(() => this.#socket.close(why.closeCode));
    this.#over(STATUS.OK, 'closed here');
  }

  async #greet() {
    const screen = await features();
    if (this.#isOver) return;
    const hello = {
      grant: this.#self.grant,
      minVersion: FRAME_VERSION,
      maxVersion: FRAME_VERSION,
      features: [...screen, CURSOR_FEATURE, CLIPBOARD_FEATURE, FILES_FEATURE, SEAL_FEATURE],
      software: 'beistand-viewer',
    };
    this.send(MESSAGE_TYPE.HELLO, wire.encodeHello(hello));
    this.#heardAt = performance.now();
    this.#events.opened();
  }

  /** @param {() => void | Promise<void>} work */
  #inOrder(work) {
    this.#arriving = this.#arriving
      .then(() => (this.#isOver ? undefined : work()))
      .catch((cause) => this.fail(cause instanceof wire.WireError ? protocolError(cause.message) : cause));
  }

  /** @param {unknown} data */
  async #take(data) {
    if (!(data instanceof ArrayBuffer)) throw protocolError('a text message');
    this.#events.arrived(data.byteLength);
    const frame = decodeFrame(data);
    const { channel } = frame;
    this.#heardAt = performance.now();
    const open = channel === CHANNEL.CONTROL || channel === CHANNEL.KEYS;
    if (open && frame.flags & FLAG.SEALED) throw protocolError(`a sealed frame on channel ${channel}`);
    if (channel === CHANNEL.CONTROL) {
      this.#control(frame);
      return;
    }
    if (!this.#welcomed) throw protocolError(`channel ${channel} before Welcome`);
    this.#incoming.check(frame);
    if (channel === CHANNEL.KEYS) {
      const words = await this.#link.take(frame);
      if (words && !this.#isOver) this.#events.agreed(words);
    } else {
      const opened = await this.#link.open(frame);
      if (!this.#isOver) this.#events.frame(opened);
    }
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
        if (participant.role === ROLE.APPLET) this.#link.begin(participant);
        this.#events.joined(participant);
        break;
      }
      case MESSAGE_TYPE.PARTICIPANT_LEFT.number: {
        const { participantId, forGood } = wire.decodeParticipantLeft(payload);
        this.#link.end(participantId);
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
    const applet = welcome.participants.find(({ role }) => role === ROLE.APPLET);
    if (applet) this.#link.begin(applet);
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
    this.send(MESSAGE_TYPE.PING, wire.encodePing({ nonce: this.#heartbeat.ping() }));
  }

  /** @param {number} nonce */
  #pong(nonce) {
    const roundTrip = this.#heartbeat.pong(nonce);
    if (roundTrip !== undefined) this.#events.roundTrip(roundTrip);
  }

  #watch() {
    // Measured from a ping that was really sent: browsers let the timers of hidden pages sleep for a minute.
    const since = this.#welcomed ? Math.max(this.#heartbeat.unansweredSince, this.#heardAt) : this.#heardAt;
    const silent = performance.now() - since;
    if (silent > (this.#welcomed ? SILENT_AFTER : WELCOME_WITHIN)) {
      this.#over(undefined, `nothing heard for ${Math.round(silent)} ms`);
      this.#socket.close(1000);
    } else if (this.#link.waiting > KEYS_WITHIN) {
      this.fail(new StatusError(STATUS.TOO_SLOW, 'no keys from the applet'));
    } else if (this.#welcomed) {
      this.#ping();
    }
  }

  /** @param {import('./status.js').Status | undefined} row @param {string} detail */
  #over(row, detail) {
    this.#isOver = true;
    clearInterval(this.#timer);
    const socket = this.#socket;
    socket.onopen = socket.onmessage = socket.onclose = null;
    this.#lose({ status: row, detail });
  }
}
