import * as wire from '../wire.gen.js';

const { MESSAGE_TYPE } = wire;

/**
 * Input as messages on channel INPUT. Movements go as they are: the next one says it all. Everything else goes through the
 * outbox, which sees to it that it arrives once.
 * @param {(type: import('../connection.js').MessageType, payload: Uint8Array<ArrayBuffer>) => void} send
 * @param {import('./outbox.js').InputOutbox} outbox
 * @returns {import('./sender.js').InputWire}
 */
export function inputWire(send, outbox) {
  return {
    allowed: () => outbox.accepts,
    move: (message) => {
      if (outbox.way === 'open') send(MESSAGE_TYPE.POINTER_MOVE, wire.encodePointerMove(message));
    },
    button: (message) =>
      outbox.put((order) => send(MESSAGE_TYPE.POINTER_BUTTON, wire.encodePointerButton({ ...message, order }))),
    wheel: (message) =>
      outbox.put((order) => send(MESSAGE_TYPE.POINTER_WHEEL, wire.encodePointerWheel({ ...message, order }))),
    key: (message) => outbox.put((order) => send(MESSAGE_TYPE.KEY_PRESS, wire.encodeKeyPress({ ...message, order }))),
    text: (message) => outbox.put((order) => send(MESSAGE_TYPE.TYPE_TEXT, wire.encodeTypeText({ ...message, order }))),
    releaseAll: () => outbox.put((order) => send(MESSAGE_TYPE.RELEASE_ALL, wire.encodeReleaseAll({ order }))),
  };
}
