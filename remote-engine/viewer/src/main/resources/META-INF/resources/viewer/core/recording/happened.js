import { LIMITS } from '../limits.js';
import { DECISIONS } from '../permissions.js';
import * as wire from '../wire.gen.js';

const { CHANNEL, MESSAGE_TYPE } = wire;

/**
 * What a frame says has happened, for the list beside the picture.
 * @typedef {object} Said
 * @property {'said'} kind
 * @property {string} id
 * @property {string} text plain text, never markup
 * @property {string} author
 * @property {boolean} fromCustomer
 * @property {number} sentAt milliseconds since 1970, the author's clock
 * @property {boolean} retold told again to who has come (back); it may have been said before the recording
 *
 * @typedef {{kind: 'asked', requestId: string, permission: string}} Asked
 * @typedef {{kind: 'decided', requestId: string, permission: string, decision: import('../permissions.js').Decision}} DecidedThen
 * @typedef {{kind: 'holds', granted: ReadonlyArray<string>}} Holds what is allowed, all of it
 * @typedef {{kind: 'steered', participant: number}} Steered 0: nobody has mouse and keyboard
 * @typedef {{kind: 'unreadable'}} Unreadable not what its end has sealed, or no such message
 *
 * @typedef {(Said | Asked | DecidedThen | Holds | Steered | Unreadable) & {time: number}} Happening time: microseconds since 1970
 */

/** Whether such a frame says something for the list. @param {{channel: number}} entry */
export function tells({ channel }) {
  return channel === CHANNEL.CHAT || channel === CHANNEL.CONSENT;
}

/**
 * What the customer's end says, which keeps the conversation and the consents.
 * @param {import('../frame.js').Frame} frame opened @param {number} time
 * @returns {Happening[]} none: nothing for people, or of a newer version
 * @throws {Error} what came is no such message
 */
export function toldByApplet({ channel, type, payload }, time) {
  if (channel === CHANNEL.CHAT) return chat(type, payload, time);
  switch (type) {
    case MESSAGE_TYPE.PERMISSION_DECISION.number: {
      const { requestId, permission, decision: number } = wire.decodePermissionDecision(payload);
      const decision = DECISIONS.get(number);
      return decision ? [{ kind: 'decided', time, requestId, permission, decision }] : [];
    }
    case MESSAGE_TYPE.PERMISSION_STATE.number:
      return [{ kind: 'holds', time, granted: wire.decodePermissionState(payload).granted }];
    case MESSAGE_TYPE.STEERING_STATE.number:
      return [{ kind: 'steered', time, participant: wire.decodeSteeringState(payload).steering }];
    default:
      return [];
  }
}

/**
 * What the technician's end says. It speaks for its technician only, whatever it writes: it could else put words into the
 * customer's mouth, and a yes.
 * @param {import('../frame.js').Frame} frame opened @param {number} time @param {string} technician display name
 * @returns {Happening[]} none: nothing for people, or nothing that such an end may say
 * @throws {Error} what came is no such message
 */
export function toldByTechnician({ channel, type, payload }, time, technician) {
  if (channel === CHANNEL.CHAT && type === MESSAGE_TYPE.CHAT_LINE.number) {
    return [said({ ...wire.decodeChatLine(payload), author: technician, fromCustomer: false }, time, false)];
  }
  if (channel === CHANNEL.CONSENT && type === MESSAGE_TYPE.PERMISSION_REQUEST.number) {
    return [{ kind: 'asked', time, ...wire.decodePermissionRequest(payload) }];
  }
  return [];
}

/** @param {number} type @param {Uint8Array} payload @param {number} time @returns {Happening[]} */
function chat(type, payload, time) {
  if (type === MESSAGE_TYPE.CHAT_LINE.number) return [said(wire.decodeChatLine(payload), time, false)];
  if (type !== MESSAGE_TYPE.CHAT_HISTORY.number) return [];
  return wire.decodeChatHistory(payload).lines.map((line) => said(line, time, true));
}

/** @param {import('../chat.js').WireLine} line @param {number} time @param {boolean} retold @returns {Happening} */
function said({ id, text, author, fromCustomer, sentAt }, time, retold) {
  return { kind: 'said', time, id, text: text.slice(0, LIMITS.chatCharacters), author, fromCustomer, sentAt, retold };
}
