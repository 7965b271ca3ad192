import { STATUS } from './wire.gen.js';

/**
 * A row of the status table of docs/protocol.md: how anything on the wire can turn out, and whether trying again makes
 * sense (with a fresh grant, which the viewer fetches for every connection anyway).
 * @typedef {object} Status
 * @property {number} code on the wire
 * @property {string} name
 * @property {number} closeCode of the WebSocket
 * @property {boolean} retryable
 * @property {string} messageKey
 */

/** @type {ReadonlyArray<Status>} */
const ROWS = Object.values(STATUS);

/** @param {unknown} name @returns {Status | undefined} undefined: no row is called that */
export function statusOfName(name) {
  return ROWS.find((row) => row.name === name);
}

/** @param {number} code @returns {Status | undefined} undefined: a code from a newer version */
export function statusOfCode(code) {
  return ROWS.find((row) => row.code === code);
}

/** @param {number} closeCode @returns {Status | undefined} undefined: the connection broke without a word */
export function statusOfClose(closeCode) {
  return ROWS.find((row) => row.closeCode === closeCode);
}

/** Something that ends a session or a connection, with its row of the table. */
export class StatusError extends Error {
  /** @param {Status} row @param {string} detail for logs, never shown to people */
  constructor(row, detail) {
    super(`${row.name}: ${detail}`);
    this.status = row;
  }
}

/**
 * What came on the line came twice, or too late, or not as the other end sent it. Refused like every broken protocol, but
 * it is the line that is broken: a new connection with fresh keys makes it good.
 */
export class BrokenLine extends StatusError {
  /** @param {string} detail */
  constructor(detail) {
    super(STATUS.PROTOCOL_ERROR, detail);
  }
}

/** @param {string} detail @returns {StatusError} */
export function protocolError(detail) {
  return new StatusError(STATUS.PROTOCOL_ERROR, detail);
}

/** @param {string} detail @returns {StatusError} */
export function tooLarge(detail) {
  return new StatusError(STATUS.TOO_LARGE, detail);
}
