import * as wire from './wire.gen.js';

const { CHANNEL, MESSAGE_TYPE } = wire;

/** Every channel that the protocol names. @type {ReadonlySet<number>} */
const RESERVED = new Set(Object.values(CHANNEL));

/** @typedef {'screen' | 'cursor' | 'chat' | 'permissions' | 'steering' | 'outbox' | 'clipboard' | 'files'} Room */
/** @typedef {Pick<import('./session.js').ViewerSession, Room>} Rooms */

/**
 * Brings a message to its place in the session. Messages of types that we do not know come from a newer applet and are
 * left alone; channels that no viewer of this version asked for are not.
 * @param {Rooms} session
 * @param {import('./frame.js').Frame} frame
 * @returns {boolean} false: nobody sends a technician this
 * @throws {import('./status.js').StatusError} PROTOCOL_ERROR or TOO_LARGE
 */
export function receive({ screen, cursor, chat, permissions, steering, outbox, clipboard, files }, frame) {
  const { channel, type, payload } = frame;
  switch (channel) {
    case CHANNEL.SCREEN:
      // SESSION-FLOW 7 picture (this end)
      if (type === MESSAGE_TYPE.SCREEN_LAYOUT.number) screen.lay(wire.decodeScreenLayout(payload));
      else if (type === MESSAGE_TYPE.SCREEN_PICTURE.number) screen.picture(frame);
      return true;
    case CHANNEL.CURSOR:
      if (type === MESSAGE_TYPE.CURSOR_SHAPE.number) cursor.shape(wire.decodeCursorShape(payload));
      else if (type === MESSAGE_TYPE.CURSOR_MOVED.number) moved(cursor, payload);
      return true;
    case CHANNEL.CHAT:
      if (type === MESSAGE_TYPE.CHAT_LINE.number) chat.take(wire.decodeChatLine(payload));
      else if (type === MESSAGE_TYPE.CHAT_HISTORY.number) chat.takeHistory(wire.decodeChatHistory(payload).lines);
      else if (type === MESSAGE_TYPE.CHAT_KEPT.number) chat.keep(wire.decodeChatKept(payload).id);
      return true;
    case CHANNEL.CONSENT:
      if (type === MESSAGE_TYPE.PERMISSION_DECISION.number) permissions.decide(wire.decodePermissionDecision(payload));
      else if (type === MESSAGE_TYPE.PERMISSION_STATE.number) permissions.take(wire.decodePermissionState(payload));
      else if (type === MESSAGE_TYPE.STEERING_STATE.number) steering.take(wire.decodeSteeringState(payload));
      return true;
    case CHANNEL.INPUT:
      if (type !== MESSAGE_TYPE.INPUT_APPLIED.number) return false;
      outbox.confirm(wire.decodeInputApplied(payload));
      return true;
    case CHANNEL.CLIPBOARD:
      if (type === MESSAGE_TYPE.CLIPBOARD_FETCH.number) return false;
      if (type === MESSAGE_TYPE.CLIPBOARD_OFFER.number) clipboard.offer(wire.decodeClipboardOffer(payload));
      else if (type === MESSAGE_TYPE.CLIPBOARD_CONTENT.number) clipboard.content(wire.decodeClipboardContent(payload));
      else if (type === MESSAGE_TYPE.CLIPBOARD_PIECE.number) clipboard.piece(wire.decodeClipboardPiece(payload));
      else if (type === MESSAGE_TYPE.CLIPBOARD_PROGRESS.number) clipboard.progress(wire.decodeClipboardProgress(payload));
      return true;
    case CHANNEL.FILES:
      return receiveFile(files, frame);
    default:
      // Reserved channels of a newer applet.
      return RESERVED.has(channel);
  }
}

/** Our own movements are told for the recording only: we know better where we are. @param {Rooms['cursor']} cursor @param {Uint8Array} payload */
function moved(cursor, payload) {
  const place = wire.decodeCursorMoved(payload);
  if (!place.own) cursor.move(place);
}

/**
 * @param {import('./files/line.js').FileLine} files
 * @param {import('./frame.js').Frame} frame
 * @returns {boolean} false: nobody sends a technician this
 */
function receiveFile(files, { type, payload }) {
  if (type === MESSAGE_TYPE.FILE_FETCH.number) return false;
  if (type === MESSAGE_TYPE.FILE_OFFER.number) files.offer(wire.decodeFileOffer(payload));
  else if (type === MESSAGE_TYPE.FILE_PIECE.number) files.piece(wire.decodeFilePiece(payload));
  else if (type === MESSAGE_TYPE.FILE_PROGRESS.number) files.progress(wire.decodeFileProgress(payload));
  return true;
}
