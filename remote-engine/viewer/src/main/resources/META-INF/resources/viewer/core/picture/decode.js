import { protocolError } from '../status.js';
import { CODERS } from './coders.js';
import { readPicture } from './reader.js';

/**
 * @typedef {object} PictureJob what is needed to decode a picture frame; can be sent to a worker
 * @property {Uint8Array<ArrayBuffer>} payload
 * @property {number} screenWidth
 * @property {number} screenHeight
 */

/**
 * @typedef {{x: number, y: number, width: number, height: number, content: import('./coders.js').Content}} Rectangle
 */
/** @typedef {{number: number, rectangles: Rectangle[]}} Picture */

/**
 * Decodes a picture frame: buffers in, buffers out, nothing else touched. One rectangle after the other, so that only
 * one is unpacked at any time.
 * @param {PictureJob} job
 * @returns {Promise<Picture>}
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
 */
export async function decodePicture({ payload, screenWidth, screenHeight }) {
  const raw = readPicture(payload, screenWidth, screenHeight);
  /** @type {Rectangle[]} */
  const rectangles = [];
  for (const rectangle of raw.rectangles) {
    const decode = CODERS.get(rectangle.coder);
    if (!decode) throw protocolError(`picture coder ${rectangle.coder}`);
    const { x, y, width, height } = rectangle;
    rectangles.push({ x, y, width, height, content: await decode(rectangle) });
  }
  return { number: raw.number, rectangles };
}

/** The buffers of a picture, to be handed over instead of copied. @param {Picture} picture @returns {ArrayBuffer[]} */
export function buffersOf(picture) {
  return picture.rectangles.flatMap(({ content }) => (content.pixels ? [content.pixels.buffer] : []));
}
