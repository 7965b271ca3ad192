import { LIMITS } from '../limits.js';
import { safeNumber } from '../frame.js';
import { protocolError } from '../status.js';

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
/**
 * How often the rectangles of one frame may cover the screen. Honest ones overlap a little; a flood of work does not end.
 */
const MOST_COVERS = 4;

/**
 * Reads the payload of a picture frame. Every number is checked against the screen and against the bytes that are there.
 * @param {Uint8Array<ArrayBuffer>} payload
 * @param {number} screenWidth @param {number} screenHeight pixels
 * @returns {RawPicture}
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
 */
export function readPicture(payload, screenWidth, screenHeight) {
  if (payload.length < PICTURE_HEADER) throw protocolError('a picture without a header');
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const number = safeNumber(view.getBigUint64(0), 'picture number');
  if (number === 0) throw protocolError('picture number 0');
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

/** @param {RawRectangle} r @param {number} screenWidth @param {number} screenHeight */
function refuseOutside(r, screenWidth, screenHeight) {
  if (r.width === 0 || r.height === 0) throw protocolError('an empty rectangle');
  if (r.x + r.width > screenWidth || r.y + r.height > screenHeight) {
    throw protocolError(`rectangle ${r.x},${r.y} ${r.width}x${r.height} outside ${screenWidth}x${screenHeight}`);
  }
}
