import { concat, utf8 } from '../seal/bytes.js';
import { DIRECTION, FrameOpener } from '../seal/frames.js';
import { AEAD, receive } from '../seal/hpke.js';
import { KEY_BYTES, OwnKeys } from '../seal/keys.js';
import { recordingOf } from '../seal/transcript.js';
import { protocolError } from '../status.js';
import { LIMIT } from '../wire.gen.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * A company's recording key as the helpdesk keeps it: who has this and no passphrase has nothing.
 * @typedef {object} LockedKey
 * @property {Bytes} publicKey 32 bytes of X25519
 * @property {number} iterations of PBKDF2-HMAC-SHA-256
 * @property {Bytes} salt 16 bytes
 * @property {Bytes} nonce 12 bytes
 * @property {Bytes} sealedSecret the secret key (PKCS #8), AES-256-GCM
 */

/** @typedef {{applet: FrameOpener, technician: FrameOpener}} Openers what opens each end's frames of one tape */

/** What a passphrase costs to try, for us once and for a thief each time. */
const ITERATIONS = 600_000;
/** A minute of work or so: a helpdesk that says more does not mean it. */
const MOST_ITERATIONS = 50_000_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const LABEL = utf8('beistand recording key 1');
const NOTHING = new Uint8Array(0);

/** The passphrase does not open this key. */
export class WrongPassphrase extends Error {
  constructor() {
    super('the passphrase does not open this key');
  }
}

/**
 * Makes a company's recording key. Its secret half leaves this function only locked.
 * @param {string} passphrase
 * @returns {Promise<LockedKey>}
 */
export async function makeKey(passphrase) {
  const pair = await crypto.subtle.generateKey({ name: 'X25519' }, true, ['deriveBits']);
  if (!('publicKey' in pair)) throw new TypeError('X25519 makes pairs');
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const secret = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await lock(passphrase, salt, ITERATIONS);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: concat(LABEL, publicKey) }, key, secret);
  return { publicKey, iterations: ITERATIONS, salt, nonce: iv, sealedSecret: new Uint8Array(sealed) };
}

/**
 * @param {LockedKey} locked @param {string} passphrase
 * @returns {Promise<OwnKeys>} which cannot be read out of the browser any more
 * @throws {WrongPassphrase} @throws {import('../status.js').StatusError} PROTOCOL_ERROR for what is no such key
 */
export async function openKey({ publicKey, iterations, salt, nonce, sealedSecret }, passphrase) {
  if (publicKey.length !== KEY_BYTES || salt.length !== SALT_BYTES || nonce.length !== NONCE_BYTES) {
    throw protocolError('a recording key of other sizes');
  }
  if (!(iterations >= 1 && iterations <= MOST_ITERATIONS)) throw protocolError(`${iterations} iterations`);
  const key = await lock(passphrase, salt, iterations);
  let secret;
  try {
    const parameters = { name: 'AES-GCM', iv: nonce, additionalData: concat(LABEL, publicKey) };
    secret = await crypto.subtle.decrypt(parameters, key, sealedSecret);
  } catch {
    throw new WrongPassphrase();
  }
  return new OwnKeys(await crypto.subtle.importKey('pkcs8', secret, { name: 'X25519' }, false, ['deriveBits']), publicKey);
}

/**
 * The keys of one tape.
 * @param {OwnKeys} company
 * @param {{sessionId: string, subject: string, encapsulation: Bytes, sealedKeys: Bytes}} tape subject: the technician's
 * @returns {Promise<Openers>}
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR: sealed for another company, session or technician
 */
export async function openTapeKeys(company, { sessionId, subject, encapsulation, sealedKeys }) {
  if (sealedKeys.length !== LIMIT.SEALED_KEYS_BYTES) throw protocolError(`sealed keys of ${sealedKeys.length} bytes`);
  const info = await recordingOf(sessionId, subject);
  const context = await receive({ aead: AEAD.AES_256_GCM, encapsulation, keys: company, info });
  const both = await context.open(NOTHING, sealedKeys);
  return {
    applet: await opener(both.slice(0, KEY_BYTES), DIRECTION.APPLET.number),
    technician: await opener(both.slice(KEY_BYTES), DIRECTION.TECHNICIAN.number),
  };
}

/** @param {Bytes} raw @param {number} direction */
async function opener(raw, direction) {
  return new FrameOpener({ recorded: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']) }, direction);
}

/**
 * The same letters typed on another system may be other code points: they are made one (NFC).
 * @param {string} passphrase @param {Bytes} salt @param {number} iterations @returns {Promise<CryptoKey>}
 */
async function lock(passphrase, salt, iterations) {
  const typed = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(derivation, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
