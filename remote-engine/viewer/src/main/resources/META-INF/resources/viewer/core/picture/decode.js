import { protocolError } from '../status.js';
import { CODERS } from './coders.js';
import { Dirty } from './dirty.js';
import { PackedRectangles } from './packed.js';
import { isPacked, isQuiet, packedPiece, pictureNumber, readPicture } from './reader.js';
import { Surface } from './surface.js';
import { ZstdStream } from './zstd.js';

/**
 * @typedef {object} PictureJob a picture frame; can be sent to a worker
 * @property {Uint8Array<ArrayBuffer>} payload
 * @property {boolean} full it needs no earlier one
 * @property {boolean} last it ends its picture
 */

/** @typedef {import('./surface.js').Area & {pixels: ArrayBuffer}} Patch pixels as the canvas takes them, row by row */

/**
 * @typedef {object} Picture
 * @property {number} number
 * @property {boolean} quiet nobody waits to hear that it was shown
 * @property {boolean} complete false: a later frame or picture brings what this one lacks
 * @property {Patch[]} patches what to paint, once the picture's last frame is there; those of one
 *   picture cover less than two screens and a little
 */

/** The remote screen as it was sent so far. Frames are given one after the other. */
export class PictureMemory {
  #surface = new Surface(1, 1);
  #dirty = new Dirty();
  #rectangles = new PackedRectangles();
  #zstd;
  #complete = true;
  /** Of the picture whose frames are coming. */
  #cutPixels = 0;

  /** @param {Promise<ZstdStream>} zstd under way: the first picture should not wait for it */
  constructor(zstd = ZstdStream.load()) {
    this.#zstd = zstd;
    // Reported by the first packed picture; a sender that packs nothing does not need it.
    zstd.catch(() => undefined);
  }

  /** @param {number} width @param {number} height pixels, already checked; what was there is gone */
  resize(width, height) {
    this.#surface = new Surface(width, height);
    this.#dirty.take();
    this.#cutPixels = 0;
  }

  /** Shows nothing any more. */
  clear() {
    this.#surface.clear();
    this.#dirty.take();
    this.#cutPixels = 0;
  }

  /**
   * @param {PictureJob} job
   * @returns {Promise<Picture>}
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
   */
  async decode({ payload, full, last }) {
    const number = pictureNumber(payload);
    if (isPacked(payload)) await this.#paintPacked(packedPiece(payload), full);
    else await this.#paintRectangles(payload);
    const patches = this.#cut(last);
    const complete = last && this.#complete;
    if (last) this.#complete = true;
    return { number, quiet: isQuiet(payload), complete, patches };
  }

  /**
   * Frame by frame, so that little is left to do after the last one; but never two screens of one picture.
   * @param {boolean} last @returns {Patch[]}
   */
  #cut(last) {
    const pixels = this.#cutPixels + this.#dirty.pixels;
    if (!last && pixels > this.#surface.width * this.#surface.height) return [];
    this.#cutPixels = last ? 0 : pixels;
    return this.#dirty.take().map((area) => ({ ...area, pixels: this.#surface.cut(area) }));
  }

  /** @param {Uint8Array} piece @param {boolean} full */
  async #paintPacked(piece, full) {
    const zstd = await this.#zstd;
    if (full) {
      zstd.begin();
      this.#rectangles.begin();
    }
    if (!(await this.#rectangles.paint(zstd.unpack(piece), this.#surface, this.#dirty))) this.#complete = false;
  }

  /** One rectangle after the other, so that only one is unpacked at any time. @param {Uint8Array<ArrayBuffer>} payload */
  async #paintRectangles(payload) {
    const { rectangles } = readPicture(payload, this.#surface.width, this.#surface.height);
    for (const rectangle of rectangles) {
      const paint = CODERS.get(rectangle.coder);
      if (!paint) throw protocolError(`picture coder ${rectangle.coder}`);
      await paint(rectangle, this.#surface);
      this.#dirty.add(rectangle);
    }
  }
}

/** The buffers of a picture, to be handed over instead of copied. @param {Picture} picture @returns {ArrayBuffer[]} */
export function buffersOf(picture) {
  return picture.patches.map(({ pixels }) => pixels);
}
