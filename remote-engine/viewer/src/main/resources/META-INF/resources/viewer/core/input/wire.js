import * as wire from '../wire.gen.js';

const { MESSAGE_TYPE } = wire;

/**
 * Input as messages on channel INPUT.
 * @param {(type: import('../connection.js').MessageType, payload: Uint8Array<ArrayBuffer>) => void} send
 * @param {() => boolean} allowed
 * @returns {import('./sender.js').InputWire}
 */
export function inputWire(send, allowed) {
  return {
    allowed,
    move: (message) => send(MESSAGE_TYPE.POINTER_MOVE, wire.encodePointerMove(message)),
    button: (message) => send(MESSAGE_TYPE.POINTER_BUTTON, wire.encodePointerButton(message)),
    wheel: (message) => send(MESSAGE_TYPE.POINTER_WHEEL, wire.encodePointerWheel(message)),
    key: (message) => send(MESSAGE_TYPE.KEY_PRESS, wire.encodeKeyPress(message)),
    text: (message) => send(MESSAGE_TYPE.TYPE_TEXT, wire.encodeTypeText(message)),
    releaseAll: () => send(MESSAGE_TYPE.RELEASE_ALL, wire.encodeReleaseAll({})),
  };
}
