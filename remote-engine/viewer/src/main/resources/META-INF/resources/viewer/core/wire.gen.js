// Written by WireGeneratorTest from the .proto files and the enumerations of remote-engine/protocol.
// Do not edit: mvn -pl remote-engine/viewer -am test -Dtest=WireGeneratorTest -Dwire.regenerate=true

/** Every length that is checked, and HELLO_TIME in milliseconds. */
export const LIMIT = Object.freeze({
  VERSION: 1,
  FRAME_BYTES: 1048576,
  TECHNICIAN_FRAME_BYTES: 65536,
  CONTROL_PAYLOAD_BYTES: 16384,
  KEYS_PAYLOAD_BYTES: 1024,
  SEAL_BYTES: 16,
  CHAT_LINE_CHARACTERS: 4000,
  SCREEN_SIDE_PIXELS: 16384,
  RECTANGLES: 4096,
  PACKED_BYTES: 1000000,
  RECTANGLE_PIXELS: 65536,
  JPEG_PIXELS: 524288,
  JPEG_BYTES: 917504,
  VIDEO_PIXELS: 4194304,
  VIDEO_BYTES: 917504,
  CURSOR_SIDE_PIXELS: 256,
  CURSORS_KEPT: 64,
  CLIPBOARD_TEXT_BYTES: 1048576,
  CLIPBOARD_IMAGE_BYTES: 8388608,
  CLIPBOARD_IMAGE_PIXELS: 33554432,
  CLIPBOARD_PIECE_BYTES: 16384,
  CLIPBOARD_PIECES_UNDER_WAY: 4,
  FILE_BYTES: 1073741824,
  FILE_NAME_CHARACTERS: 255,
  FILE_PIECE_BYTES: 8192,
  FILE_BYTES_UNDER_WAY: 1048576,
  FILES_OFFERED: 100,
  TAPE_PIECE_BYTES: 1048576,
  PUBLIC_KEY_BYTES: 32,
  SEALED_KEYS_BYTES: 80,
  GRANT_CHARACTERS: 8192,
  MANIFEST_CHARACTERS: 131072,
  JSON_BYTES: 1048576,
  NAME_CHARACTERS: 200,
  FEATURES: 64,
  SEQUENCE: 9007199254740991,
  HELLO_TIME: 5000,
});

/** The channel byte of the frame header. */
export const CHANNEL = Object.freeze({
  CONTROL: 0,
  SCREEN: 1,
  CURSOR: 2,
  INPUT: 3,
  CHAT: 4,
  CONSENT: 5,
  CLIPBOARD: 6,
  FILES: 7,
  SYSTEM: 8,
  SCRIPT: 9,
  KEYS: 10,
});

/** Channel and type byte of the frame header; recorded: a recording of the connection has it. */
export const MESSAGE_TYPE = Object.freeze({
  HELLO: Object.freeze({ channel: 0, number: 1, recorded: false }),
  WELCOME: Object.freeze({ channel: 0, number: 2, recorded: false }),
  PARTICIPANT_JOINED: Object.freeze({ channel: 0, number: 3, recorded: false }),
  PARTICIPANT_LEFT: Object.freeze({ channel: 0, number: 4, recorded: false }),
  PING: Object.freeze({ channel: 0, number: 5, recorded: false }),
  PONG: Object.freeze({ channel: 0, number: 6, recorded: false }),
  END: Object.freeze({ channel: 0, number: 7, recorded: false }),
  FAILURE: Object.freeze({ channel: 0, number: 8, recorded: false }),
  RECORDING_KEYS: Object.freeze({ channel: 0, number: 9, recorded: false }),
  RECORDING_FAILED: Object.freeze({ channel: 0, number: 10, recorded: false }),
  SCREEN_LAYOUT: Object.freeze({ channel: 1, number: 1, recorded: true }),
  SCREEN_PICTURE: Object.freeze({ channel: 1, number: 2, recorded: true }),
  PICTURE_SHOWN: Object.freeze({ channel: 1, number: 3, recorded: false }),
  REFRESH_REQUEST: Object.freeze({ channel: 1, number: 4, recorded: false }),
  CURSOR_SHAPE: Object.freeze({ channel: 2, number: 1, recorded: true }),
  CURSOR_MOVED: Object.freeze({ channel: 2, number: 2, recorded: true }),
  POINTER_MOVE: Object.freeze({ channel: 3, number: 1, recorded: false }),
  POINTER_BUTTON: Object.freeze({ channel: 3, number: 2, recorded: false }),
  POINTER_WHEEL: Object.freeze({ channel: 3, number: 3, recorded: false }),
  KEY_PRESS: Object.freeze({ channel: 3, number: 4, recorded: false }),
  TYPE_TEXT: Object.freeze({ channel: 3, number: 5, recorded: false }),
  RELEASE_ALL: Object.freeze({ channel: 3, number: 6, recorded: false }),
  INPUT_APPLIED: Object.freeze({ channel: 3, number: 7, recorded: false }),
  CHAT_LINE: Object.freeze({ channel: 4, number: 1, recorded: true }),
  CHAT_HISTORY: Object.freeze({ channel: 4, number: 2, recorded: false }),
  CHAT_KEPT: Object.freeze({ channel: 4, number: 3, recorded: true }),
  PERMISSION_REQUEST: Object.freeze({ channel: 5, number: 1, recorded: true }),
  PERMISSION_DECISION: Object.freeze({ channel: 5, number: 2, recorded: true }),
  PERMISSION_STATE: Object.freeze({ channel: 5, number: 3, recorded: true }),
  STEERING_REQUEST: Object.freeze({ channel: 5, number: 4, recorded: true }),
  STEERING_STATE: Object.freeze({ channel: 5, number: 5, recorded: true }),
  CLIPBOARD_OFFER: Object.freeze({ channel: 6, number: 1, recorded: false }),
  CLIPBOARD_FETCH: Object.freeze({ channel: 6, number: 2, recorded: false }),
  CLIPBOARD_CONTENT: Object.freeze({ channel: 6, number: 3, recorded: false }),
  CLIPBOARD_PIECE: Object.freeze({ channel: 6, number: 4, recorded: false }),
  CLIPBOARD_PROGRESS: Object.freeze({ channel: 6, number: 5, recorded: false }),
  FILE_OFFER: Object.freeze({ channel: 7, number: 1, recorded: false }),
  FILE_FETCH: Object.freeze({ channel: 7, number: 2, recorded: false }),
  FILE_PIECE: Object.freeze({ channel: 7, number: 3, recorded: false }),
  FILE_PROGRESS: Object.freeze({ channel: 7, number: 4, recorded: false }),
  KEY_COMMIT: Object.freeze({ channel: 10, number: 1, recorded: false }),
  KEY_SHARE: Object.freeze({ channel: 10, number: 2, recorded: false }),
  KEY_GRANT: Object.freeze({ channel: 10, number: 3, recorded: false }),
  KEY_DONE: Object.freeze({ channel: 10, number: 4, recorded: false }),
  KEYS_REFUSED: Object.freeze({ channel: 10, number: 5, recorded: false }),
});

/** The status table. retry: NEVER, YES (the same relay, in a moment) or WITH_NEW_GRANT. */
export const STATUS = Object.freeze({
  OK: Object.freeze({
    code: 0,
    name: 'OK',
    http: 200,
    closeCode: 1000,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.ok',
  }),
  ENDED_BY_CUSTOMER: Object.freeze({
    code: 1,
    name: 'ENDED_BY_CUSTOMER',
    http: 410,
    closeCode: 4410,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.ended_by_customer',
  }),
  ENDED_BY_TECHNICIAN: Object.freeze({
    code: 2,
    name: 'ENDED_BY_TECHNICIAN',
    http: 410,
    closeCode: 4411,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.ended_by_technician',
  }),
  ENDED_BY_ADMINISTRATOR: Object.freeze({
    code: 3,
    name: 'ENDED_BY_ADMINISTRATOR',
    http: 410,
    closeCode: 4412,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.ended_by_administrator',
  }),
  SESSION_EXPIRED: Object.freeze({
    code: 4,
    name: 'SESSION_EXPIRED',
    http: 410,
    closeCode: 4413,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.session_expired',
  }),
  GRANT_REFUSED: Object.freeze({
    code: 5,
    name: 'GRANT_REFUSED',
    http: 401,
    closeCode: 4401,
    retry: 'WITH_NEW_GRANT',
    retryable: true,
    messageKey: 'status.grant_refused',
  }),
  GRANT_EXPIRED: Object.freeze({
    code: 6,
    name: 'GRANT_EXPIRED',
    http: 401,
    closeCode: 4402,
    retry: 'WITH_NEW_GRANT',
    retryable: true,
    messageKey: 'status.grant_expired',
  }),
  NOT_PERMITTED: Object.freeze({
    code: 7,
    name: 'NOT_PERMITTED',
    http: 403,
    closeCode: 4403,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.not_permitted',
  }),
  PROTOCOL_ERROR: Object.freeze({
    code: 8,
    name: 'PROTOCOL_ERROR',
    http: 400,
    closeCode: 4400,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.protocol_error',
  }),
  TOO_LARGE: Object.freeze({
    code: 9,
    name: 'TOO_LARGE',
    http: 413,
    closeCode: 1009,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.too_large',
  }),
  TOO_SLOW: Object.freeze({
    code: 10,
    name: 'TOO_SLOW',
    http: 408,
    closeCode: 4408,
    retry: 'YES',
    retryable: true,
    messageKey: 'status.too_slow',
  }),
  REPLACED: Object.freeze({
    code: 11,
    name: 'REPLACED',
    http: 409,
    closeCode: 4409,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.replaced',
  }),
  RELAY_DRAINING: Object.freeze({
    code: 12,
    name: 'RELAY_DRAINING',
    http: 503,
    closeCode: 1012,
    retry: 'WITH_NEW_GRANT',
    retryable: true,
    messageKey: 'status.relay_draining',
  }),
  RELAY_FULL: Object.freeze({
    code: 13,
    name: 'RELAY_FULL',
    http: 503,
    closeCode: 1013,
    retry: 'YES',
    retryable: true,
    messageKey: 'status.relay_full',
  }),
  THROTTLED: Object.freeze({
    code: 14,
    name: 'THROTTLED',
    http: 429,
    closeCode: 4429,
    retry: 'YES',
    retryable: true,
    messageKey: 'status.throttled',
  }),
  INTERNAL: Object.freeze({
    code: 15,
    name: 'INTERNAL',
    http: 500,
    closeCode: 1011,
    retry: 'YES',
    retryable: true,
    messageKey: 'status.internal',
  }),
  VERSION_UNSUPPORTED: Object.freeze({
    code: 16,
    name: 'VERSION_UNSUPPORTED',
    http: 426,
    closeCode: 4426,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.version_unsupported',
  }),
  REMOVED_BY_CUSTOMER: Object.freeze({
    code: 17,
    name: 'REMOVED_BY_CUSTOMER',
    http: 403,
    closeCode: 4414,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.removed_by_customer',
  }),
  LEFT: Object.freeze({
    code: 18,
    name: 'LEFT',
    http: 200,
    closeCode: 4415,
    retry: 'NEVER',
    retryable: false,
    messageKey: 'status.left',
  }),
});

/** Names of permissions in grants and messages. */
export const PERMISSION = Object.freeze({
  VIEW: 'view',
  CONTROL: 'control',
  CLIPBOARD_IN: 'clipboard_in',
  CLIPBOARD_OUT: 'clipboard_out',
  FILE_READ: 'file_read',
  FILE_WRITE: 'file_write',
  SYSTEM_INFORMATION: 'system_information',
  RUN_SCRIPT: 'run_script',
  REBOOT: 'reboot',
  ELEVATE: 'elevate',
  RECORD: 'record',
  INVITE: 'invite',
  INVITE_EXTERNAL: 'invite_external',
  TRANSFER: 'transfer',
  UNATTENDED: 'unattended',
});

/** Bytes are not such a message, or a value does not fit its field. Holds no content. */
export class WireError extends Error {}

const UTF8_ENCODER = new TextEncoder();
const UTF8_DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @param {boolean} holds @param {string} otherwise */
function require(holds, otherwise) {
  if (!holds) throw new WireError(otherwise);
}

/** Writes fields; every value is checked against its type. */
class Writer {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** @returns {Uint8Array<ArrayBuffer>} */
  finish() {
    return this.#bytes.slice(0, this.#length);
  }

  /** @param {number} count */
  #reserve(count) {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** @param {number} value 0 to 2^53-1 */
  varint(value) {
    this.#reserve(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** @param {number} tag @param {number} value */
  uint32(tag, value) {
    require(Number.isInteger(value) && value >= 0 && value <= 0xffffffff, 'not a uint32');
    this.varint(tag);
    this.varint(value);
  }

  /** @param {number} tag @param {number} value */
  uint64(tag, value) {
    require(Number.isSafeInteger(value) && value >= 0, 'not a safe uint64');
    this.varint(tag);
    this.varint(value);
  }

  /** @param {number} tag @param {number} value */
  int32(tag, value) {
    require(value === (value | 0), 'not an int32');
    this.varint(tag);
    if (value >= 0) {
      this.varint(value);
      return;
    }
    this.#reserve(10); // negative numbers are sign-extended to 64 bits
    let low = value;
    for (let index = 0; index < 4; index++, low >>= 7) this.#bytes[this.#length++] = (low & 127) | 128;
    this.#bytes[this.#length++] = (low & 15) | 0xf0;
    for (let index = 0; index < 4; index++) this.#bytes[this.#length++] = 0xff;
    this.#bytes[this.#length++] = 1;
  }

  /** @param {number} tag @param {number} value */
  sint32(tag, value) {
    require(value === (value | 0), 'not a sint32');
    this.varint(tag);
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  /** @param {number} tag @param {boolean} value */
  bool(tag, value) {
    require(typeof value === 'boolean', 'not a bool');
    this.varint(tag);
    this.varint(value ? 1 : 0);
  }

  /** @param {number} tag @param {string} value */
  string(tag, value) {
    require(typeof value === 'string', 'not a string');
    this.bytes(tag, UTF8_ENCODER.encode(value));
  }

  /** @param {number} tag @param {Uint8Array} value */
  bytes(tag, value) {
    require(value instanceof Uint8Array, 'not bytes');
    this.varint(tag);
    this.varint(value.length);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }
}

/** Reads fields of an untrusted peer; never reads beyond the message. */
class Reader {
  #bytes;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    require(bytes.length <= LIMIT.FRAME_BYTES, 'message beyond the limit');
    this.#bytes = bytes;
  }

  /** @returns {boolean} */
  get more() {
    return this.#at < this.#bytes.length;
  }

  /** @returns {number} the field's number times 8 plus its wire type */
  tag() {
    const tag = this.uint64();
    require(tag >= 8 && tag <= 0xffffffff, 'field without number');
    return tag;
  }

  /** @returns {number} */
  uint64() {
    let value = 0;
    let unit = 1;
    for (let index = 0; index < 10; index++, unit *= 128) {
      require(this.#at < this.#bytes.length, 'number cut off');
      const byte = this.#bytes[this.#at++];
      value += (byte & 127) * unit;
      require(value <= Number.MAX_SAFE_INTEGER, 'number beyond 2^53');
      if (byte < 128) return value;
    }
    throw new WireError('number without end');
  }

  /** The low 32 bits, as every protobuf reader takes them. @returns {number} */
  #low32() {
    let value = 0;
    for (let index = 0; index < 10; index++) {
      require(this.#at < this.#bytes.length, 'number cut off');
      const byte = this.#bytes[this.#at++];
      if (index < 5) value |= (byte & 127) << (index * 7);
      if (byte < 128) return value;
    }
    throw new WireError('number without end');
  }

  /** @returns {number} */
  uint32() {
    return this.#low32() >>> 0;
  }

  /** @returns {number} */
  int32() {
    return this.#low32();
  }

  /** @returns {number} */
  sint32() {
    const value = this.#low32();
    return (value >>> 1) ^ -(value & 1);
  }

  /** @returns {boolean} */
  bool() {
    return this.uint64() !== 0;
  }

  /** @returns {string} */
  string() {
    try {
      return UTF8_DECODER.decode(this.bytes());
    } catch (refused) {
      throw refused instanceof WireError ? refused : new WireError('not UTF-8');
    }
  }

  /** A view, not a copy. @returns {Uint8Array} */
  bytes() {
    const length = this.uint64();
    require(length <= this.#bytes.length - this.#at, 'length beyond the message');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** Passes over a field of a later release. @param {number} tag */
  skip(tag) {
    const skipped = { 0: 0, 1: 8, 2: 0, 5: 4 }[tag % 8];
    if (skipped === undefined) throw new WireError('unknown wire type');
    if (tag % 8 === 0) this.#low32();
    if (tag % 8 === 2) this.bytes();
    require(skipped <= this.#bytes.length - this.#at, 'field cut off');
    this.#at += skipped;
  }
}

/** beistand.wire.control.Role */
export const ROLE = Object.freeze({
  UNSPECIFIED: 0,
  APPLET: 1,
  TECHNICIAN: 2,
});

/**
 * beistand.wire.control.Hello
 * @typedef {object} Hello
 * @property {string} grant
 * @property {number} minVersion
 * @property {number} maxVersion
 * @property {ReadonlyArray<string>} features
 * @property {string} software
 */

/**
 * @param {Partial<Hello>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeHello(message) {
  const out = new Writer();
  if (message.grant) out.string(10, message.grant);
  if (message.minVersion) out.uint32(16, message.minVersion);
  if (message.maxVersion) out.uint32(24, message.maxVersion);
  for (const value of message.features ?? []) out.string(34, value);
  if (message.software) out.string(42, message.software);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {Hello}
 * @throws {WireError} not such a message
 */
export function decodeHello(bytes) {
  /** @type {string[]} */
  const features = [];
  /** @type {Hello} */
  const message = { grant: '', minVersion: 0, maxVersion: 0, features, software: '' };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.grant = input.string();
        break;
      case 16:
        message.minVersion = input.uint32();
        break;
      case 24:
        message.maxVersion = input.uint32();
        break;
      case 34:
        features.push(input.string());
        break;
      case 42:
        message.software = input.string();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.Welcome
 * @typedef {object} Welcome
 * @property {number} version
 * @property {number} participantId
 * @property {string} sessionId
 * @property {ReadonlyArray<Participant>} participants
 * @property {number} maxFrameBytes
 * @property {number} maxInFlightBytes
 * @property {boolean} records
 */

/**
 * @param {Partial<Welcome>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeWelcome(message) {
  const out = new Writer();
  if (message.version) out.uint32(8, message.version);
  if (message.participantId) out.uint32(16, message.participantId);
  if (message.sessionId) out.string(26, message.sessionId);
  for (const value of message.participants ?? []) out.bytes(34, encodeParticipant(value));
  if (message.maxFrameBytes) out.uint32(40, message.maxFrameBytes);
  if (message.maxInFlightBytes) out.uint32(48, message.maxInFlightBytes);
  if (message.records) out.bool(56, message.records);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {Welcome}
 * @throws {WireError} not such a message
 */
export function decodeWelcome(bytes) {
  /** @type {Participant[]} */
  const participants = [];
  /** @type {Welcome} */
  const message = { version: 0, participantId: 0, sessionId: '', participants, maxFrameBytes: 0, maxInFlightBytes: 0, records: false };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.version = input.uint32();
        break;
      case 16:
        message.participantId = input.uint32();
        break;
      case 26:
        message.sessionId = input.string();
        break;
      case 34:
        participants.push(decodeParticipant(input.bytes()));
        break;
      case 40:
        message.maxFrameBytes = input.uint32();
        break;
      case 48:
        message.maxInFlightBytes = input.uint32();
        break;
      case 56:
        message.records = input.bool();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.Participant
 * @typedef {object} Participant
 * @property {number} id
 * @property {number} role
 * @property {string} subject
 * @property {string} displayName
 * @property {ReadonlyArray<string>} features
 * @property {ReadonlyArray<string>} permissions
 */

/**
 * @param {Partial<Participant>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeParticipant(message) {
  const out = new Writer();
  if (message.id) out.uint32(8, message.id);
  if (message.role) out.int32(16, message.role);
  if (message.subject) out.string(26, message.subject);
  if (message.displayName) out.string(34, message.displayName);
  for (const value of message.features ?? []) out.string(42, value);
  for (const value of message.permissions ?? []) out.string(50, value);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {Participant}
 * @throws {WireError} not such a message
 */
export function decodeParticipant(bytes) {
  /** @type {string[]} */
  const features = [];
  /** @type {string[]} */
  const permissions = [];
  /** @type {Participant} */
  const message = { id: 0, role: 0, subject: '', displayName: '', features, permissions };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.id = input.uint32();
        break;
      case 16:
        message.role = input.int32();
        break;
      case 26:
        message.subject = input.string();
        break;
      case 34:
        message.displayName = input.string();
        break;
      case 42:
        features.push(input.string());
        break;
      case 50:
        permissions.push(input.string());
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.ParticipantJoined
 * @typedef {object} ParticipantJoined
 * @property {Participant | null} participant
 */

/**
 * @param {Partial<ParticipantJoined>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeParticipantJoined(message) {
  const out = new Writer();
  if (message.participant) out.bytes(10, encodeParticipant(message.participant));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ParticipantJoined}
 * @throws {WireError} not such a message
 */
export function decodeParticipantJoined(bytes) {
  /** @type {ParticipantJoined} */
  const message = { participant: null };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.participant = decodeParticipant(input.bytes());
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.ParticipantLeft
 * @typedef {object} ParticipantLeft
 * @property {number} participantId
 * @property {boolean} forGood
 */

/**
 * @param {Partial<ParticipantLeft>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeParticipantLeft(message) {
  const out = new Writer();
  if (message.participantId) out.uint32(8, message.participantId);
  if (message.forGood) out.bool(16, message.forGood);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ParticipantLeft}
 * @throws {WireError} not such a message
 */
export function decodeParticipantLeft(bytes) {
  /** @type {ParticipantLeft} */
  const message = { participantId: 0, forGood: false };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.participantId = input.uint32();
        break;
      case 16:
        message.forGood = input.bool();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.Ping
 * @typedef {object} Ping
 * @property {number} nonce
 */

/**
 * @param {Partial<Ping>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePing(message) {
  const out = new Writer();
  if (message.nonce) out.uint64(8, message.nonce);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {Ping}
 * @throws {WireError} not such a message
 */
export function decodePing(bytes) {
  /** @type {Ping} */
  const message = { nonce: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.nonce = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.Pong
 * @typedef {object} Pong
 * @property {number} nonce
 */

/**
 * @param {Partial<Pong>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePong(message) {
  const out = new Writer();
  if (message.nonce) out.uint64(8, message.nonce);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {Pong}
 * @throws {WireError} not such a message
 */
export function decodePong(bytes) {
  /** @type {Pong} */
  const message = { nonce: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.nonce = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.End
 * @typedef {object} End
 * @property {number} status
 * @property {number} byParticipant
 */

/**
 * @param {Partial<End>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeEnd(message) {
  const out = new Writer();
  if (message.status) out.uint32(8, message.status);
  if (message.byParticipant) out.uint32(16, message.byParticipant);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {End}
 * @throws {WireError} not such a message
 */
export function decodeEnd(bytes) {
  /** @type {End} */
  const message = { status: 0, byParticipant: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.status = input.uint32();
        break;
      case 16:
        message.byParticipant = input.uint32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.Failure
 * @typedef {object} Failure
 * @property {number} status
 * @property {string} detail
 */

/**
 * @param {Partial<Failure>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeFailure(message) {
  const out = new Writer();
  if (message.status) out.uint32(8, message.status);
  if (message.detail) out.string(18, message.detail);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {Failure}
 * @throws {WireError} not such a message
 */
export function decodeFailure(bytes) {
  /** @type {Failure} */
  const message = { status: 0, detail: '' };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.status = input.uint32();
        break;
      case 18:
        message.detail = input.string();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.RecordingKeys
 * @typedef {object} RecordingKeys
 * @property {number} participantId
 * @property {string} keyId
 * @property {Uint8Array} encapsulation
 * @property {Uint8Array} sealedKeys
 */

/**
 * @param {Partial<RecordingKeys>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeRecordingKeys(message) {
  const out = new Writer();
  if (message.participantId) out.uint32(8, message.participantId);
  if (message.keyId) out.string(18, message.keyId);
  if (message.encapsulation?.length) out.bytes(26, message.encapsulation);
  if (message.sealedKeys?.length) out.bytes(34, message.sealedKeys);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {RecordingKeys}
 * @throws {WireError} not such a message
 */
export function decodeRecordingKeys(bytes) {
  /** @type {RecordingKeys} */
  const message = { participantId: 0, keyId: '', encapsulation: new Uint8Array(0), sealedKeys: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.participantId = input.uint32();
        break;
      case 18:
        message.keyId = input.string();
        break;
      case 26:
        message.encapsulation = input.bytes();
        break;
      case 34:
        message.sealedKeys = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.control.RecordingFailed
 * @typedef {object} RecordingFailed
 * @property {number} participantId
 */

/**
 * @param {Partial<RecordingFailed>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeRecordingFailed(message) {
  const out = new Writer();
  if (message.participantId) out.uint32(8, message.participantId);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {RecordingFailed}
 * @throws {WireError} not such a message
 */
export function decodeRecordingFailed(bytes) {
  /** @type {RecordingFailed} */
  const message = { participantId: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.participantId = input.uint32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.screen.Monitor
 * @typedef {object} Monitor
 * @property {number} id
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {boolean} primary
 * @property {string} name
 */

/**
 * @param {Partial<Monitor>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeMonitor(message) {
  const out = new Writer();
  if (message.id) out.uint32(8, message.id);
  if (message.x) out.int32(16, message.x);
  if (message.y) out.int32(24, message.y);
  if (message.width) out.uint32(32, message.width);
  if (message.height) out.uint32(40, message.height);
  if (message.primary) out.bool(48, message.primary);
  if (message.name) out.string(58, message.name);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {Monitor}
 * @throws {WireError} not such a message
 */
export function decodeMonitor(bytes) {
  /** @type {Monitor} */
  const message = { id: 0, x: 0, y: 0, width: 0, height: 0, primary: false, name: '' };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.id = input.uint32();
        break;
      case 16:
        message.x = input.int32();
        break;
      case 24:
        message.y = input.int32();
        break;
      case 32:
        message.width = input.uint32();
        break;
      case 40:
        message.height = input.uint32();
        break;
      case 48:
        message.primary = input.bool();
        break;
      case 58:
        message.name = input.string();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.screen.ScreenLayout
 * @typedef {object} ScreenLayout
 * @property {number} width
 * @property {number} height
 * @property {ReadonlyArray<Monitor>} monitors
 * @property {boolean} capturing
 * @property {string} reason
 */

/**
 * @param {Partial<ScreenLayout>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeScreenLayout(message) {
  const out = new Writer();
  if (message.width) out.uint32(8, message.width);
  if (message.height) out.uint32(16, message.height);
  for (const value of message.monitors ?? []) out.bytes(26, encodeMonitor(value));
  if (message.capturing) out.bool(32, message.capturing);
  if (message.reason) out.string(42, message.reason);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ScreenLayout}
 * @throws {WireError} not such a message
 */
export function decodeScreenLayout(bytes) {
  /** @type {Monitor[]} */
  const monitors = [];
  /** @type {ScreenLayout} */
  const message = { width: 0, height: 0, monitors, capturing: false, reason: '' };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.width = input.uint32();
        break;
      case 16:
        message.height = input.uint32();
        break;
      case 26:
        monitors.push(decodeMonitor(input.bytes()));
        break;
      case 32:
        message.capturing = input.bool();
        break;
      case 42:
        message.reason = input.string();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.screen.PictureShown
 * @typedef {object} PictureShown
 * @property {number} picture
 */

/**
 * @param {Partial<PictureShown>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePictureShown(message) {
  const out = new Writer();
  if (message.picture) out.uint64(8, message.picture);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {PictureShown}
 * @throws {WireError} not such a message
 */
export function decodePictureShown(bytes) {
  /** @type {PictureShown} */
  const message = { picture: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.picture = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.screen.RefreshRequest
 * @typedef {object} RefreshRequest
 */

/**
 * @param {Partial<RefreshRequest>} _message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeRefreshRequest(_message) {
  const out = new Writer();
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {RefreshRequest}
 * @throws {WireError} not such a message
 */
export function decodeRefreshRequest(bytes) {
  /** @type {RefreshRequest} */
  const message = {};
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    input.skip(tag);
  }
  return message;
}

/**
 * beistand.wire.input.InputOrder
 * @typedef {object} InputOrder
 * @property {number} stream
 * @property {number} number
 * @property {number} settled
 */

/**
 * @param {Partial<InputOrder>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeInputOrder(message) {
  const out = new Writer();
  if (message.stream) out.uint64(8, message.stream);
  if (message.number) out.uint64(16, message.number);
  if (message.settled) out.uint64(24, message.settled);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {InputOrder}
 * @throws {WireError} not such a message
 */
export function decodeInputOrder(bytes) {
  /** @type {InputOrder} */
  const message = { stream: 0, number: 0, settled: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.stream = input.uint64();
        break;
      case 16:
        message.number = input.uint64();
        break;
      case 24:
        message.settled = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.input.PointerMove
 * @typedef {object} PointerMove
 * @property {number} x
 * @property {number} y
 */

/**
 * @param {Partial<PointerMove>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePointerMove(message) {
  const out = new Writer();
  if (message.x) out.uint32(8, message.x);
  if (message.y) out.uint32(16, message.y);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {PointerMove}
 * @throws {WireError} not such a message
 */
export function decodePointerMove(bytes) {
  /** @type {PointerMove} */
  const message = { x: 0, y: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.x = input.uint32();
        break;
      case 16:
        message.y = input.uint32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.input.PointerButton
 * @typedef {object} PointerButton
 * @property {number} x
 * @property {number} y
 * @property {number} button
 * @property {boolean} pressed
 * @property {InputOrder | null} order
 */

/**
 * @param {Partial<PointerButton>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePointerButton(message) {
  const out = new Writer();
  if (message.x) out.uint32(8, message.x);
  if (message.y) out.uint32(16, message.y);
  if (message.button) out.uint32(24, message.button);
  if (message.pressed) out.bool(32, message.pressed);
  if (message.order) out.bytes(42, encodeInputOrder(message.order));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {PointerButton}
 * @throws {WireError} not such a message
 */
export function decodePointerButton(bytes) {
  /** @type {PointerButton} */
  const message = { x: 0, y: 0, button: 0, pressed: false, order: null };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.x = input.uint32();
        break;
      case 16:
        message.y = input.uint32();
        break;
      case 24:
        message.button = input.uint32();
        break;
      case 32:
        message.pressed = input.bool();
        break;
      case 42:
        message.order = decodeInputOrder(input.bytes());
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.input.PointerWheel
 * @typedef {object} PointerWheel
 * @property {number} x
 * @property {number} y
 * @property {number} dx
 * @property {number} dy
 * @property {InputOrder | null} order
 */

/**
 * @param {Partial<PointerWheel>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePointerWheel(message) {
  const out = new Writer();
  if (message.x) out.uint32(8, message.x);
  if (message.y) out.uint32(16, message.y);
  if (message.dx) out.sint32(24, message.dx);
  if (message.dy) out.sint32(32, message.dy);
  if (message.order) out.bytes(42, encodeInputOrder(message.order));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {PointerWheel}
 * @throws {WireError} not such a message
 */
export function decodePointerWheel(bytes) {
  /** @type {PointerWheel} */
  const message = { x: 0, y: 0, dx: 0, dy: 0, order: null };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.x = input.uint32();
        break;
      case 16:
        message.y = input.uint32();
        break;
      case 24:
        message.dx = input.sint32();
        break;
      case 32:
        message.dy = input.sint32();
        break;
      case 42:
        message.order = decodeInputOrder(input.bytes());
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.input.KeyPress
 * @typedef {object} KeyPress
 * @property {string} code
 * @property {string} key
 * @property {boolean} pressed
 * @property {boolean} shift
 * @property {boolean} control
 * @property {boolean} alt
 * @property {boolean} meta
 * @property {boolean} altGraph
 * @property {InputOrder | null} order
 */

/**
 * @param {Partial<KeyPress>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeKeyPress(message) {
  const out = new Writer();
  if (message.code) out.string(10, message.code);
  if (message.key) out.string(18, message.key);
  if (message.pressed) out.bool(24, message.pressed);
  if (message.shift) out.bool(32, message.shift);
  if (message.control) out.bool(40, message.control);
  if (message.alt) out.bool(48, message.alt);
  if (message.meta) out.bool(56, message.meta);
  if (message.altGraph) out.bool(64, message.altGraph);
  if (message.order) out.bytes(74, encodeInputOrder(message.order));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {KeyPress}
 * @throws {WireError} not such a message
 */
export function decodeKeyPress(bytes) {
  /** @type {KeyPress} */
  const message = { code: '', key: '', pressed: false, shift: false, control: false, alt: false, meta: false, altGraph: false, order: null };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.code = input.string();
        break;
      case 18:
        message.key = input.string();
        break;
      case 24:
        message.pressed = input.bool();
        break;
      case 32:
        message.shift = input.bool();
        break;
      case 40:
        message.control = input.bool();
        break;
      case 48:
        message.alt = input.bool();
        break;
      case 56:
        message.meta = input.bool();
        break;
      case 64:
        message.altGraph = input.bool();
        break;
      case 74:
        message.order = decodeInputOrder(input.bytes());
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.input.TypeText
 * @typedef {object} TypeText
 * @property {string} text
 * @property {InputOrder | null} order
 */

/**
 * @param {Partial<TypeText>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeTypeText(message) {
  const out = new Writer();
  if (message.text) out.string(10, message.text);
  if (message.order) out.bytes(18, encodeInputOrder(message.order));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {TypeText}
 * @throws {WireError} not such a message
 */
export function decodeTypeText(bytes) {
  /** @type {TypeText} */
  const message = { text: '', order: null };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.text = input.string();
        break;
      case 18:
        message.order = decodeInputOrder(input.bytes());
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.input.ReleaseAll
 * @typedef {object} ReleaseAll
 * @property {InputOrder | null} order
 */

/**
 * @param {Partial<ReleaseAll>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeReleaseAll(message) {
  const out = new Writer();
  if (message.order) out.bytes(10, encodeInputOrder(message.order));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ReleaseAll}
 * @throws {WireError} not such a message
 */
export function decodeReleaseAll(bytes) {
  /** @type {ReleaseAll} */
  const message = { order: null };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.order = decodeInputOrder(input.bytes());
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.input.InputApplied
 * @typedef {object} InputApplied
 * @property {number} stream
 * @property {number} number
 */

/**
 * @param {Partial<InputApplied>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeInputApplied(message) {
  const out = new Writer();
  if (message.stream) out.uint64(8, message.stream);
  if (message.number) out.uint64(16, message.number);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {InputApplied}
 * @throws {WireError} not such a message
 */
export function decodeInputApplied(bytes) {
  /** @type {InputApplied} */
  const message = { stream: 0, number: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.stream = input.uint64();
        break;
      case 16:
        message.number = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.chat.ChatLine
 * @typedef {object} ChatLine
 * @property {string} id
 * @property {string} text
 * @property {number} sentAt
 * @property {string} author
 * @property {boolean} fromCustomer
 */

/**
 * @param {Partial<ChatLine>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeChatLine(message) {
  const out = new Writer();
  if (message.id) out.string(10, message.id);
  if (message.text) out.string(18, message.text);
  if (message.sentAt) out.uint64(24, message.sentAt);
  if (message.author) out.string(34, message.author);
  if (message.fromCustomer) out.bool(40, message.fromCustomer);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ChatLine}
 * @throws {WireError} not such a message
 */
export function decodeChatLine(bytes) {
  /** @type {ChatLine} */
  const message = { id: '', text: '', sentAt: 0, author: '', fromCustomer: false };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.id = input.string();
        break;
      case 18:
        message.text = input.string();
        break;
      case 24:
        message.sentAt = input.uint64();
        break;
      case 34:
        message.author = input.string();
        break;
      case 40:
        message.fromCustomer = input.bool();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.chat.ChatHistory
 * @typedef {object} ChatHistory
 * @property {ReadonlyArray<ChatLine>} lines
 */

/**
 * @param {Partial<ChatHistory>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeChatHistory(message) {
  const out = new Writer();
  for (const value of message.lines ?? []) out.bytes(10, encodeChatLine(value));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ChatHistory}
 * @throws {WireError} not such a message
 */
export function decodeChatHistory(bytes) {
  /** @type {ChatLine[]} */
  const lines = [];
  /** @type {ChatHistory} */
  const message = { lines };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        lines.push(decodeChatLine(input.bytes()));
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.chat.ChatKept
 * @typedef {object} ChatKept
 * @property {string} id
 */

/**
 * @param {Partial<ChatKept>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeChatKept(message) {
  const out = new Writer();
  if (message.id) out.string(10, message.id);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ChatKept}
 * @throws {WireError} not such a message
 */
export function decodeChatKept(bytes) {
  /** @type {ChatKept} */
  const message = { id: '' };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.id = input.string();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/** beistand.wire.consent.Decision */
export const DECISION = Object.freeze({
  UNSPECIFIED: 0,
  GRANTED: 1,
  DECLINED: 2,
  TIMED_OUT: 3,
  WITHDRAWN: 4,
  NOT_PERMITTED: 5,
  LAPSED: 6,
});

/** beistand.wire.consent.SteeringStep */
export const STEERING_STEP = Object.freeze({
  UNSPECIFIED: 0,
  ASK: 1,
  LET_GO: 2,
  PASS: 3,
  REFUSE: 4,
  TAKE: 5,
  LEAD: 6,
});

/**
 * beistand.wire.consent.PermissionRequest
 * @typedef {object} PermissionRequest
 * @property {string} requestId
 * @property {string} permission
 */

/**
 * @param {Partial<PermissionRequest>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePermissionRequest(message) {
  const out = new Writer();
  if (message.requestId) out.string(10, message.requestId);
  if (message.permission) out.string(18, message.permission);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {PermissionRequest}
 * @throws {WireError} not such a message
 */
export function decodePermissionRequest(bytes) {
  /** @type {PermissionRequest} */
  const message = { requestId: '', permission: '' };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.requestId = input.string();
        break;
      case 18:
        message.permission = input.string();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.consent.PermissionDecision
 * @typedef {object} PermissionDecision
 * @property {string} requestId
 * @property {string} permission
 * @property {number} decision
 * @property {number} decidedAt
 */

/**
 * @param {Partial<PermissionDecision>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePermissionDecision(message) {
  const out = new Writer();
  if (message.requestId) out.string(10, message.requestId);
  if (message.permission) out.string(18, message.permission);
  if (message.decision) out.int32(24, message.decision);
  if (message.decidedAt) out.uint64(32, message.decidedAt);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {PermissionDecision}
 * @throws {WireError} not such a message
 */
export function decodePermissionDecision(bytes) {
  /** @type {PermissionDecision} */
  const message = { requestId: '', permission: '', decision: 0, decidedAt: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.requestId = input.string();
        break;
      case 18:
        message.permission = input.string();
        break;
      case 24:
        message.decision = input.int32();
        break;
      case 32:
        message.decidedAt = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.consent.PermissionState
 * @typedef {object} PermissionState
 * @property {ReadonlyArray<string>} granted
 * @property {ReadonlyArray<PermissionRequest>} waiting
 */

/**
 * @param {Partial<PermissionState>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodePermissionState(message) {
  const out = new Writer();
  for (const value of message.granted ?? []) out.string(10, value);
  for (const value of message.waiting ?? []) out.bytes(18, encodePermissionRequest(value));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {PermissionState}
 * @throws {WireError} not such a message
 */
export function decodePermissionState(bytes) {
  /** @type {string[]} */
  const granted = [];
  /** @type {PermissionRequest[]} */
  const waiting = [];
  /** @type {PermissionState} */
  const message = { granted, waiting };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        granted.push(input.string());
        break;
      case 18:
        waiting.push(decodePermissionRequest(input.bytes()));
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.consent.SteeringRequest
 * @typedef {object} SteeringRequest
 * @property {number} step
 * @property {number} participant
 */

/**
 * @param {Partial<SteeringRequest>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeSteeringRequest(message) {
  const out = new Writer();
  if (message.step) out.int32(8, message.step);
  if (message.participant) out.uint32(16, message.participant);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {SteeringRequest}
 * @throws {WireError} not such a message
 */
export function decodeSteeringRequest(bytes) {
  /** @type {SteeringRequest} */
  const message = { step: 0, participant: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.step = input.int32();
        break;
      case 16:
        message.participant = input.uint32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.consent.SteeringState
 * @typedef {object} SteeringState
 * @property {number} steering
 * @property {number} leading
 * @property {ReadonlyArray<SteeringWish>} asking
 */

/**
 * @param {Partial<SteeringState>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeSteeringState(message) {
  const out = new Writer();
  if (message.steering) out.uint32(8, message.steering);
  if (message.leading) out.uint32(16, message.leading);
  for (const value of message.asking ?? []) out.bytes(26, encodeSteeringWish(value));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {SteeringState}
 * @throws {WireError} not such a message
 */
export function decodeSteeringState(bytes) {
  /** @type {SteeringWish[]} */
  const asking = [];
  /** @type {SteeringState} */
  const message = { steering: 0, leading: 0, asking };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.steering = input.uint32();
        break;
      case 16:
        message.leading = input.uint32();
        break;
      case 26:
        asking.push(decodeSteeringWish(input.bytes()));
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.consent.SteeringWish
 * @typedef {object} SteeringWish
 * @property {number} participant
 */

/**
 * @param {Partial<SteeringWish>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeSteeringWish(message) {
  const out = new Writer();
  if (message.participant) out.uint32(8, message.participant);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {SteeringWish}
 * @throws {WireError} not such a message
 */
export function decodeSteeringWish(bytes) {
  /** @type {SteeringWish} */
  const message = { participant: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.participant = input.uint32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.keys.KeyCommit
 * @typedef {object} KeyCommit
 * @property {Uint8Array} commitment
 */

/**
 * @param {Partial<KeyCommit>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeKeyCommit(message) {
  const out = new Writer();
  if (message.commitment?.length) out.bytes(10, message.commitment);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {KeyCommit}
 * @throws {WireError} not such a message
 */
export function decodeKeyCommit(bytes) {
  /** @type {KeyCommit} */
  const message = { commitment: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.commitment = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.keys.KeyShare
 * @typedef {object} KeyShare
 * @property {Uint8Array} publicKey
 * @property {Uint8Array} nonce
 * @property {Uint8Array} commitment
 */

/**
 * @param {Partial<KeyShare>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeKeyShare(message) {
  const out = new Writer();
  if (message.publicKey?.length) out.bytes(10, message.publicKey);
  if (message.nonce?.length) out.bytes(18, message.nonce);
  if (message.commitment?.length) out.bytes(26, message.commitment);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {KeyShare}
 * @throws {WireError} not such a message
 */
export function decodeKeyShare(bytes) {
  /** @type {KeyShare} */
  const message = { publicKey: new Uint8Array(0), nonce: new Uint8Array(0), commitment: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.publicKey = input.bytes();
        break;
      case 18:
        message.nonce = input.bytes();
        break;
      case 26:
        message.commitment = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.keys.KeyGrant
 * @typedef {object} KeyGrant
 * @property {Uint8Array} publicKey
 * @property {Uint8Array} nonce
 * @property {Uint8Array} encapsulation
 * @property {Uint8Array} confirmation
 */

/**
 * @param {Partial<KeyGrant>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeKeyGrant(message) {
  const out = new Writer();
  if (message.publicKey?.length) out.bytes(10, message.publicKey);
  if (message.nonce?.length) out.bytes(18, message.nonce);
  if (message.encapsulation?.length) out.bytes(26, message.encapsulation);
  if (message.confirmation?.length) out.bytes(34, message.confirmation);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {KeyGrant}
 * @throws {WireError} not such a message
 */
export function decodeKeyGrant(bytes) {
  /** @type {KeyGrant} */
  const message = { publicKey: new Uint8Array(0), nonce: new Uint8Array(0), encapsulation: new Uint8Array(0), confirmation: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.publicKey = input.bytes();
        break;
      case 18:
        message.nonce = input.bytes();
        break;
      case 26:
        message.encapsulation = input.bytes();
        break;
      case 34:
        message.confirmation = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.keys.KeyDone
 * @typedef {object} KeyDone
 * @property {Uint8Array} proof
 * @property {Uint8Array} commitment
 */

/**
 * @param {Partial<KeyDone>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeKeyDone(message) {
  const out = new Writer();
  if (message.proof?.length) out.bytes(10, message.proof);
  if (message.commitment?.length) out.bytes(18, message.commitment);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {KeyDone}
 * @throws {WireError} not such a message
 */
export function decodeKeyDone(bytes) {
  /** @type {KeyDone} */
  const message = { proof: new Uint8Array(0), commitment: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.proof = input.bytes();
        break;
      case 18:
        message.commitment = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.keys.KeysRefused
 * @typedef {object} KeysRefused
 * @property {number} status
 */

/**
 * @param {Partial<KeysRefused>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeKeysRefused(message) {
  const out = new Writer();
  if (message.status) out.uint32(8, message.status);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {KeysRefused}
 * @throws {WireError} not such a message
 */
export function decodeKeysRefused(bytes) {
  /** @type {KeysRefused} */
  const message = { status: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.status = input.uint32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.cursor.CursorShape
 * @typedef {object} CursorShape
 * @property {number} id
 * @property {number} width
 * @property {number} height
 * @property {number} hotX
 * @property {number} hotY
 * @property {Uint8Array} pixels
 */

/**
 * @param {Partial<CursorShape>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeCursorShape(message) {
  const out = new Writer();
  if (message.id) out.uint32(8, message.id);
  if (message.width) out.uint32(16, message.width);
  if (message.height) out.uint32(24, message.height);
  if (message.hotX) out.uint32(32, message.hotX);
  if (message.hotY) out.uint32(40, message.hotY);
  if (message.pixels?.length) out.bytes(50, message.pixels);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {CursorShape}
 * @throws {WireError} not such a message
 */
export function decodeCursorShape(bytes) {
  /** @type {CursorShape} */
  const message = { id: 0, width: 0, height: 0, hotX: 0, hotY: 0, pixels: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.id = input.uint32();
        break;
      case 16:
        message.width = input.uint32();
        break;
      case 24:
        message.height = input.uint32();
        break;
      case 32:
        message.hotX = input.uint32();
        break;
      case 40:
        message.hotY = input.uint32();
        break;
      case 50:
        message.pixels = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.cursor.CursorMoved
 * @typedef {object} CursorMoved
 * @property {number} x
 * @property {number} y
 * @property {boolean} own
 */

/**
 * @param {Partial<CursorMoved>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeCursorMoved(message) {
  const out = new Writer();
  if (message.x) out.uint32(8, message.x);
  if (message.y) out.uint32(16, message.y);
  if (message.own) out.bool(24, message.own);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {CursorMoved}
 * @throws {WireError} not such a message
 */
export function decodeCursorMoved(bytes) {
  /** @type {CursorMoved} */
  const message = { x: 0, y: 0, own: false };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.x = input.uint32();
        break;
      case 16:
        message.y = input.uint32();
        break;
      case 24:
        message.own = input.bool();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/** beistand.wire.clipboard.ClipboardForm */
export const CLIPBOARD_FORM = Object.freeze({
  UNSPECIFIED: 0,
  TEXT: 1,
  HTML: 2,
  PNG: 3,
});

/** beistand.wire.clipboard.ClipboardOutcome */
export const CLIPBOARD_OUTCOME = Object.freeze({
  UNSPECIFIED: 0,
  TAKEN: 1,
  NOT_PERMITTED: 2,
  TOO_LARGE: 3,
  UNUSABLE: 4,
  EMPTY: 5,
});

/**
 * beistand.wire.clipboard.ClipboardPart
 * @typedef {object} ClipboardPart
 * @property {number} form
 * @property {number} bytes
 */

/**
 * @param {Partial<ClipboardPart>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeClipboardPart(message) {
  const out = new Writer();
  if (message.form) out.int32(8, message.form);
  if (message.bytes) out.uint32(16, message.bytes);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ClipboardPart}
 * @throws {WireError} not such a message
 */
export function decodeClipboardPart(bytes) {
  /** @type {ClipboardPart} */
  const message = { form: 0, bytes: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.form = input.int32();
        break;
      case 16:
        message.bytes = input.uint32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.clipboard.ClipboardOffer
 * @typedef {object} ClipboardOffer
 * @property {ReadonlyArray<ClipboardPart>} parts
 */

/**
 * @param {Partial<ClipboardOffer>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeClipboardOffer(message) {
  const out = new Writer();
  for (const value of message.parts ?? []) out.bytes(10, encodeClipboardPart(value));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ClipboardOffer}
 * @throws {WireError} not such a message
 */
export function decodeClipboardOffer(bytes) {
  /** @type {ClipboardPart[]} */
  const parts = [];
  /** @type {ClipboardOffer} */
  const message = { parts };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        parts.push(decodeClipboardPart(input.bytes()));
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.clipboard.ClipboardFetch
 * @typedef {object} ClipboardFetch
 * @property {number} stream
 * @property {number} number
 */

/**
 * @param {Partial<ClipboardFetch>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeClipboardFetch(message) {
  const out = new Writer();
  if (message.stream) out.uint64(8, message.stream);
  if (message.number) out.uint64(16, message.number);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ClipboardFetch}
 * @throws {WireError} not such a message
 */
export function decodeClipboardFetch(bytes) {
  /** @type {ClipboardFetch} */
  const message = { stream: 0, number: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.stream = input.uint64();
        break;
      case 16:
        message.number = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.clipboard.ClipboardContent
 * @typedef {object} ClipboardContent
 * @property {number} stream
 * @property {number} number
 * @property {ReadonlyArray<ClipboardPart>} parts
 */

/**
 * @param {Partial<ClipboardContent>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeClipboardContent(message) {
  const out = new Writer();
  if (message.stream) out.uint64(8, message.stream);
  if (message.number) out.uint64(16, message.number);
  for (const value of message.parts ?? []) out.bytes(26, encodeClipboardPart(value));
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ClipboardContent}
 * @throws {WireError} not such a message
 */
export function decodeClipboardContent(bytes) {
  /** @type {ClipboardPart[]} */
  const parts = [];
  /** @type {ClipboardContent} */
  const message = { stream: 0, number: 0, parts };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.stream = input.uint64();
        break;
      case 16:
        message.number = input.uint64();
        break;
      case 26:
        parts.push(decodeClipboardPart(input.bytes()));
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.clipboard.ClipboardPiece
 * @typedef {object} ClipboardPiece
 * @property {number} stream
 * @property {number} number
 * @property {number} offset
 * @property {Uint8Array} bytes
 */

/**
 * @param {Partial<ClipboardPiece>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeClipboardPiece(message) {
  const out = new Writer();
  if (message.stream) out.uint64(8, message.stream);
  if (message.number) out.uint64(16, message.number);
  if (message.offset) out.uint32(24, message.offset);
  if (message.bytes?.length) out.bytes(34, message.bytes);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ClipboardPiece}
 * @throws {WireError} not such a message
 */
export function decodeClipboardPiece(bytes) {
  /** @type {ClipboardPiece} */
  const message = { stream: 0, number: 0, offset: 0, bytes: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.stream = input.uint64();
        break;
      case 16:
        message.number = input.uint64();
        break;
      case 24:
        message.offset = input.uint32();
        break;
      case 34:
        message.bytes = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.clipboard.ClipboardProgress
 * @typedef {object} ClipboardProgress
 * @property {number} stream
 * @property {number} number
 * @property {number} bytes
 * @property {number} outcome
 */

/**
 * @param {Partial<ClipboardProgress>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeClipboardProgress(message) {
  const out = new Writer();
  if (message.stream) out.uint64(8, message.stream);
  if (message.number) out.uint64(16, message.number);
  if (message.bytes) out.uint32(24, message.bytes);
  if (message.outcome) out.int32(32, message.outcome);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {ClipboardProgress}
 * @throws {WireError} not such a message
 */
export function decodeClipboardProgress(bytes) {
  /** @type {ClipboardProgress} */
  const message = { stream: 0, number: 0, bytes: 0, outcome: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 8:
        message.stream = input.uint64();
        break;
      case 16:
        message.number = input.uint64();
        break;
      case 24:
        message.bytes = input.uint32();
        break;
      case 32:
        message.outcome = input.int32();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/** beistand.wire.files.FileOutcome */
export const FILE_OUTCOME = Object.freeze({
  UNSPECIFIED: 0,
  TAKEN: 1,
  NOT_PERMITTED: 2,
  TOO_LARGE: 3,
  NO_ROOM: 4,
  GONE: 5,
  CANCELLED: 6,
  BROKEN: 7,
});

/**
 * beistand.wire.files.FileOffer
 * @typedef {object} FileOffer
 * @property {string} id
 * @property {string} name
 * @property {number} bytes
 */

/**
 * @param {Partial<FileOffer>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeFileOffer(message) {
  const out = new Writer();
  if (message.id) out.string(10, message.id);
  if (message.name) out.string(18, message.name);
  if (message.bytes) out.uint64(24, message.bytes);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {FileOffer}
 * @throws {WireError} not such a message
 */
export function decodeFileOffer(bytes) {
  /** @type {FileOffer} */
  const message = { id: '', name: '', bytes: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.id = input.string();
        break;
      case 18:
        message.name = input.string();
        break;
      case 24:
        message.bytes = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.files.FileFetch
 * @typedef {object} FileFetch
 * @property {string} id
 * @property {number} offset
 */

/**
 * @param {Partial<FileFetch>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeFileFetch(message) {
  const out = new Writer();
  if (message.id) out.string(10, message.id);
  if (message.offset) out.uint64(16, message.offset);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {FileFetch}
 * @throws {WireError} not such a message
 */
export function decodeFileFetch(bytes) {
  /** @type {FileFetch} */
  const message = { id: '', offset: 0 };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.id = input.string();
        break;
      case 16:
        message.offset = input.uint64();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.files.FilePiece
 * @typedef {object} FilePiece
 * @property {string} id
 * @property {number} offset
 * @property {Uint8Array} bytes
 */

/**
 * @param {Partial<FilePiece>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeFilePiece(message) {
  const out = new Writer();
  if (message.id) out.string(10, message.id);
  if (message.offset) out.uint64(16, message.offset);
  if (message.bytes?.length) out.bytes(26, message.bytes);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {FilePiece}
 * @throws {WireError} not such a message
 */
export function decodeFilePiece(bytes) {
  /** @type {FilePiece} */
  const message = { id: '', offset: 0, bytes: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.id = input.string();
        break;
      case 16:
        message.offset = input.uint64();
        break;
      case 26:
        message.bytes = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}

/**
 * beistand.wire.files.FileProgress
 * @typedef {object} FileProgress
 * @property {string} id
 * @property {number} bytes
 * @property {number} outcome
 * @property {Uint8Array} sha256
 */

/**
 * @param {Partial<FileProgress>} message
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {WireError} a value does not fit its field
 */
export function encodeFileProgress(message) {
  const out = new Writer();
  if (message.id) out.string(10, message.id);
  if (message.bytes) out.uint64(16, message.bytes);
  if (message.outcome) out.int32(24, message.outcome);
  if (message.sha256?.length) out.bytes(34, message.sha256);
  return out.finish();
}

/**
 * @param {Uint8Array} bytes
 * @returns {FileProgress}
 * @throws {WireError} not such a message
 */
export function decodeFileProgress(bytes) {
  /** @type {FileProgress} */
  const message = { id: '', bytes: 0, outcome: 0, sha256: new Uint8Array(0) };
  const input = new Reader(bytes);
  while (input.more) {
    const tag = input.tag();
    switch (tag) {
      case 10:
        message.id = input.string();
        break;
      case 16:
        message.bytes = input.uint64();
        break;
      case 24:
        message.outcome = input.int32();
        break;
      case 34:
        message.sha256 = input.bytes();
        break;
      default:
        input.skip(tag);
    }
  }
  return message;
}
