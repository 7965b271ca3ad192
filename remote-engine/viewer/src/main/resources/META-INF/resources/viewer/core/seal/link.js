import { BrokenLine, StatusError, protocolError, statusOfCode } from '../status.js';
import * as wire from '../wire.gen.js';
import { Agreement } from './agreement.js';
import { OwnKeys } from './keys.js';
import { Pairings } from './pairings.js';

const { MESSAGE_TYPE, STATUS } = wire;

/** What both ends announce in Hello. */
export const SEAL_FEATURE = 'seal.2';

/** Who this page is to applets, as long as it lives: one key pair, and the words that were agreed on with it. */
export class SealIdentity {
  /** @type {Promise<OwnKeys>} */
  keys = OwnKeys.generate();
  pairings = new Pairings();
}

/**
 * The sealed way to the applet through one connection of ours: agrees on keys whenever the applet comes, and forgets them
 * when it goes. Calls of `take` and `open` come one after the other.
 */
export class SealedLink {
  #identity;
  #sessionId;
  #subject;
  #send;
  /** The applet's number now; 0: it is not here. */
  #applet = 0;
  /** @type {Agreement | null} */
  #agreement = null;
  /** @type {import('./agreement.js').Agreed | null} */
  #agreed = null;
  #since = 0;

  /**
   * @param {object} options
   * @param {SealIdentity} options.identity
   * @param {string} options.sessionId as in the grant
   * @param {string} options.subject as in the grant
   * @param {(type: {channel: number, number: number}, payload: Uint8Array<ArrayBuffer>) => void} options.send sends a
   *   keys message, behind everything that was sealed before
   */
  constructor({ identity, sessionId, subject, send }) {
    this.#identity = identity;
    this.#sessionId = sessionId;
    this.#subject = subject;
    this.#send = send;
  }

  /**
   * The applet is here, or here again, and will begin.
   * @param {{id: number, features: ReadonlyArray<string>}} applet
   * @throws {StatusError} VERSION_UNSUPPORTED when it does not seal
   */
  begin({ id, features }) {
    if (!features.includes(SEAL_FEATURE)) throw new StatusError(STATUS.VERSION_UNSUPPORTED, 'an applet without keys');
    this.#applet = id;
    this.#agreement = null;
    this.#agreed = null;
    this.#since = performance.now();
  }

  /** The applet with this number has gone; another may be here already. @param {number} id */
  end(id) {
    if (id !== this.#applet) return;
    this.#applet = 0;
    this.#agreement = null;
    this.#agreed = null;
  }

  /** The sealer of now; null while nothing can be said. */
  get sealer() {
    return this.#agreed?.sealer ?? null;
  }

  /** How long the applet has been here without keys, milliseconds; 0: it is not here, or has them. */
  get waiting() {
    return this.#applet && !this.#agreed ? performance.now() - this.#since : 0;
  }

  /**
   * A message on channel KEYS.
   * @param {import('../frame.js').Frame} frame
   * @returns {Promise<Uint8Array | null>} the pairing whose words to show, when the keys are agreed on with this message
   */
  async take({ type, participant, payload }) {
    if (participant !== this.#applet) throw protocolError('keys from somebody else');
    switch (type) {
      case MESSAGE_TYPE.KEY_COMMIT.number: {
        if (this.#agreement) throw protocolError('a second commitment');
        const { pairings } = this.#identity;
        const own = { keys: await this.#identity.keys, pairings, sessionId: this.#sessionId, subject: this.#subject };
        this.#agreement = new Agreement(own);
        this.#send(MESSAGE_TYPE.KEY_SHARE, this.#agreement.share(wire.decodeKeyCommit(payload)));
        return null;
      }
      case MESSAGE_TYPE.KEY_GRANT.number: {
        if (!this.#agreement) throw protocolError('a grant of keys without commitment');
        const agreed = await this.#agreement.grant(wire.decodeKeyGrant(payload));
        this.#agreed = agreed;
        this.#send(MESSAGE_TYPE.KEY_DONE, agreed.done);
        return agreed.words;
      }
      case MESSAGE_TYPE.KEYS_REFUSED.number:
        throw refusal(wire.decodeKeysRefused(payload).status, this.#agreed !== null);
      default: // A message of a newer applet that the feature we announced does not ask for.
        return null;
    }
  }

  /** @param {import('../frame.js').Frame} frame @returns {Promise<import('../frame.js').Frame>} */
  open(frame) {
    if (frame.participant !== this.#applet || !this.#agreed) throw protocolError('a frame without keys');
    return this.#agreed.opener.open(frame);
  }
}

/**
 * The customer's word that we have to go, a frame of ours that did not come as it was sent, or a broken protocol.
 * @param {number} code @param {boolean} agreed there were keys until now
 */
function refusal(code, agreed) {
  const row = statusOfCode(code);
  const detail = `the applet refuses with ${code}`;
  if (row?.name === 'REMOVED_BY_CUSTOMER') return new StatusError(row, detail);
  return agreed && row?.name === 'PROTOCOL_ERROR' ? new BrokenLine(detail) : protocolError(detail);
}
