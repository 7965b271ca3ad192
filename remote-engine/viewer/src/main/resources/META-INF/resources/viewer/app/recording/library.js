import { fromBase64 } from '../../core/recording/base64.js';
import { WrongPassphrase, openKey, openTapeKeys } from '../../core/recording/keys.js';
import { Tape } from '../../core/recording/tape.js';

/** @typedef {import('../../core/seal/keys.js').OwnKeys} OwnKeys */
/** @typedef {'network' | 'login' | 'gone' | 'unreadable' | 'unsupported'} Reason unsupported: by this browser */

/**
 * What the helpdesk says of a session's recording.
 * @typedef {object} Card
 * @property {string} sessionId
 * @property {string} ticketNumber
 * @property {string} ticketSubject
 * @property {string} customer
 * @property {string} startedAt ISO 8601
 * @property {string | null} [endedAt] ISO 8601
 * @property {ReadonlyArray<TapeRow>} tapes
 * @property {ReadonlyArray<KeyRow>} keys
 *
 * @typedef {import('../../core/recording/tape.js').TapeCard & {startedAt: string, bytes: number, keyId: string, encapsulation: string, sealedKeys: string}} TapeRow
 * @typedef {{keyId: string, publicKey: string, iterations: number, salt: string, nonce: string, sealedSecret: string}} KeyRow
 */

/** Why there is nothing to play. */
export class LoadFailed extends Error {
  /** @param {Reason} reason @param {unknown} cause */
  constructor(reason, cause) {
    super(`the recording cannot be loaded: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** One session's recording at the helpdesk. What was loaded stays, so that trying again goes on. */
export class Library {
  #address;
  /** @type {Card | null} */
  #card = null;
  /** By id. @type {Map<string, OwnKeys>} */
  #keys = new Map();
  /** By id; null: it cannot be had. @type {Map<string, Tape | null>} */
  #tapes = new Map();

  /** @param {string} address of the recording */
  constructor(address) {
    this.#address = address;
  }

  /** @returns {Promise<Card>} @throws {LoadFailed} */
  async card() {
    const response = await get(this.#address);
    try {
      const card = await response.json();
      if (!Array.isArray(card.tapes) || !Array.isArray(card.keys)) throw new TypeError('no recording');
      this.#card = card;
      return card;
    } catch (cause) {
      throw new LoadFailed('unreadable', cause);
    }
  }

  /** The tapes whose keys are not open. */
  get locked() {
    return (this.#card?.tapes ?? []).filter(({ keyId }) => !this.#keys.has(keyId));
  }

  /**
   * Opens what this passphrase opens. A key that cannot be read takes nothing away from what another one opens.
   * @param {string} passphrase
   * @throws {WrongPassphrase} it opens nothing @throws {LoadFailed} unreadable or unsupported
   */
  async unlock(passphrase) {
    const used = new Set(this.#card?.tapes.map(({ keyId }) => keyId));
    let trouble;
    for (const row of this.#card?.keys.filter(({ keyId }) => used.has(keyId)) ?? []) {
      try {
        this.#keys.set(row.keyId, await openKey(lockedKey(row), passphrase));
      } catch (cause) {
        if (!(cause instanceof WrongPassphrase)) trouble = new LoadFailed(isUnsupported(cause) ? 'unsupported' : 'unreadable', cause);
      }
    }
    if (this.#keys.size === 0) throw trouble ?? new WrongPassphrase();
  }

  /** Whether tapes that could be opened are lost or cannot be read. */
  get incomplete() {
    return [...this.#tapes.values()].includes(null);
  }

  /**
   * Loads the tapes that can be opened; what is lost or cannot be read of them is left out, unless it is all of them.
   * @param {(done: number, whole: number) => void} progress bytes
   * @returns {Promise<Tape[]>} @throws {LoadFailed}
   */
  async load(progress) {
    const rows = (this.#card?.tapes ?? []).filter(({ keyId }) => this.#keys.has(keyId));
    const whole = rows.reduce((sum, { bytes }) => sum + bytes, 0);
    let before = 0;
    let trouble;
    for (const row of rows) {
      const done = before;
      try {
        if (!this.#tapes.get(row.id)) {
          this.#tapes.set(row.id, await this.#loadTape(row, (bytes) => progress(Math.min(whole, done + bytes), whole)));
        }
      } catch (cause) {
        if (!(cause instanceof LoadFailed) || !isOfOneTape(cause)) throw cause;
        trouble = cause;
        this.#tapes.set(row.id, null);
      }
      before += row.bytes;
    }
    const tapes = [...this.#tapes.values()].filter((tape) => tape !== null);
    if (trouble && tapes.length === 0) throw trouble;
    return tapes;
  }

  /** @param {TapeRow} row @param {(bytes: number) => void} progress @returns {Promise<Tape>} */
  async #loadTape(row, progress) {
    const tape = await this.#open(row);
    const { body } = await get(`${this.#address}/${encodeURIComponent(row.id)}`);
    const reader = body?.getReader();
    for (let bytes = 0; reader; ) {
      const { done, value } = await reader.read().catch((cause) => {
        throw new LoadFailed('network', cause);
      });
      if (done) break;
      progress((bytes += value.length));
      if (!(await tape.take(value))) {
        await reader.cancel();
        break;
      }
    }
    tape.finish();
    return tape;
  }

  /** @param {TapeRow} row */
  async #open(row) {
    const company = this.#keys.get(row.keyId);
    try {
      if (!company) throw new Error('its key is not open');
      const sealed = { encapsulation: fromBase64(row.encapsulation), sealedKeys: fromBase64(row.sealedKeys) };
      return new Tape(row, await openTapeKeys(company, { sessionId: this.#card?.sessionId ?? '', subject: row.technicianId, ...sealed }));
    } catch (cause) {
      throw new LoadFailed('unreadable', cause);
    }
  }
}

/** @param {KeyRow} row @returns {import('../../core/recording/keys.js').LockedKey} */
function lockedKey({ publicKey, iterations, salt, nonce, sealedSecret }) {
  return {
    publicKey: fromBase64(publicKey),
    iterations,
    salt: fromBase64(salt),
    nonce: fromBase64(nonce),
    sealedSecret: fromBase64(sealedSecret),
  };
}

/** Not of the way to the helpdesk, which is the same for the others. @param {LoadFailed} cause */
function isOfOneTape({ reason }) {
  return reason === 'gone' || reason === 'unreadable';
}

/** An old browser, or a page that did not come over HTTPS. @param {unknown} cause */
function isUnsupported(cause) {
  return !globalThis.crypto.subtle || (cause instanceof DOMException && cause.name === 'NotSupportedError');
}

/** @param {string} address @returns {Promise<Response>} @throws {LoadFailed} */
async function get(address) {
  let response;
  try {
    response = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
  } catch (cause) {
    throw new LoadFailed('network', cause);
  }
  const { status, redirected } = response;
  // Who is not logged in any more is sent to the login page.
  if (status === 401 || status === 403 || redirected) throw new LoadFailed('login', status);
  if (status === 404 || status === 410) throw new LoadFailed('gone', status);
  if (!response.ok) throw new LoadFailed('network', status);
  return response;
}
