import { LIMITS } from '../limits.js';
import { safeNumber } from '../frame.js';
import { protocolError } from '../status.js';
import { MOST_COVERS, refuseOutside } from './area.js';

/**
 * One rectangle of a picture frame as it came: nothing decoded yet.
 * @typedef {object} RawRectangle
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} coder
 * @property {Uint8Array<ArrayBuffer>} bytes a view, not a copy
 */

/** @typedef {{number: number, rectangles: RawRectangle[]}} RawPicture */

const PICTURE_HEADER = 10;
const RECTANGLE_HEADER = 13;
/** In the place of the number of rectangles: the rest is a piece of the viewer's zstd stream. */
const PACKED = 65_535;
/** Like PACKED, and nobody waits to hear that the picture was shown. */
const QUIET = 65_534;

/**
 * The number of a picture, before anything else of it is looked at.
 * @param {Uint8Array<ArrayBuffer>} payload
 * @returns {number}
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
 */
export function pictureNumber(payload) {
  if (payload.length < PICTURE_HEADER) throw protocolError('a picture without a header');
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const number = safeNumber(view.getBigUint64(0), 'picture number');
  if (number === 0) throw protocolError('picture number 0');
  return number;
}

/** @param {Uint8Array<ArrayBuffer>} payload at least a header long @returns {boolean} whether it is packed */
export function isPacked(payload) {
  return count(payload) === PACKED || isQuiet(payload);
}

/** @param {Uint8Array<ArrayBuffer>} payload at least a header long @returns {boolean} whether its picture is shown without a word */
export function isQuiet(payload) {
  return count(payload) === QUIET;
}

/** @param {Uint8Array<ArrayBuffer>} payload */
function count(payload) {
  return (payload[8] << 8) | payload[9];
}

/** @param {Uint8Array<ArrayBuffer>} payload a packed one @returns {Uint8Array<ArrayBuffer>} a view of its piece */
export function packedPiece(payload) {
  return payload.subarray(PICTURE_HEADER);
}

/**
 * Reads the payload of a picture frame. Every number is checked against the screen and against the bytes that are there.
 * @param {Uint8Array<ArrayBuffer>} payload
 * @param {number} screenWidth @param {number} screenHeight pixels
 * @returns {RawPicture}
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
 */
export function readPicture(payload, screenWidth, screenHeight) {
  const number = pictureNumber(payload);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const count = view.getUint16(8);
  if (count > LIMITS.rectangles) throw protocolError(`${count} rectangles in one frame`);
  /** @type {RawRectangle[]} */
  const rectangles = [];
  let at = PICTURE_HEADER;
  let area = 0;
  for (let i = 0; i < count; i++) {
    if (at + RECTANGLE_HEADER > payload.length) throw protocolError('a picture that stops within a rectangle header');
    const rectangle = readRectangle(view, payload, at);
    area += rectangle.width * rectangle.height;
    refuseOutside(rectangle, screenWidth, screenHeight);
    if (area > MOST_COVERS * screenWidth * screenHeight) throw protocolError('rectangles that cover the screen many times');
    rectangles.push(rectangle);
    at += RECTANGLE_HEADER + rectangle.bytes.length;
  }
  if (at !== payload.length) throw protocolError(`${payload.length - at} bytes after the last rectangle`);
  return { number, rectangles };
}

/** @param {DataView} view @param {Uint8Array<ArrayBuffer>} payload @param {number} at @returns {RawRectangle} */
function readRectangle(view, payload, at) {
  const length = view.getUint32(at + 9);
  const start = at + RECTANGLE_HEADER;
  if (length > payload.length - start) throw protocolError(`a rectangle of ${length} bytes where fewer are`);
  return {
    x: view.getUint16(at),
    y: view.getUint16(at + 2),
    width: view.getUint16(at + 4),
    height: view.getUint16(at + 6),
    coder: view.getUint8(at + 8),
    bytes: payload.subarray(start, start + length),
  };
}
