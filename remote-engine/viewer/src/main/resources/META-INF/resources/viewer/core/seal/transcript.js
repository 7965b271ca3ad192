import { concat, u16, utf8 } from './bytes.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @param {string} sessionId @param {Bytes} appletKey @param {Bytes} appletNonce */
export function commitmentOf(sessionId, appletKey, appletNonce) {
  return hash('beistand seal 1 commitment', utf8(sessionId), appletKey, appletNonce);
}

/**
 * @param {string} sessionId @param {Bytes} appletKey @param {Bytes} technicianKey @param {Bytes} appletNonce
 * @param {Bytes} technicianNonce
 */
export function pairingOf(sessionId, appletKey, technicianKey, appletNonce, technicianNonce) {
  return hash(
    'beistand seal 1 pairing',
    utf8(sessionId),
    appletKey,
    technicianKey,
    appletNonce,
    technicianNonce,
  );
}

/** @param {string} subject @param {Bytes} pairing */
export function infoOf(subject, pairing) {
  return hash('beistand seal 1 info', utf8(subject), pairing);
}

/** What the keys of a recorded connection are sealed for. @param {string} sessionId @param {string} subject */
export function recordingOf(sessionId, subject) {
  return hash('beistand recording 1', utf8(sessionId), utf8(subject));
}

/** H of docs/protocol.md, "Agreement". @param {string} label @param {...Bytes} parts @returns {Promise<Bytes>} */
async function hash(label, ...parts) {
  const prefixed = [utf8(label), ...parts].flatMap((part) => [u16(part.length), part]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...prefixed)));
}
