import { LIMITS } from '../limits.js';
import { protocolError } from '../status.js';
import { MOST_COVERS, refuseOutside } from './area.js';
import { Film } from './film.js';
import { paintHalfPhoto, paintPhoto } from './photo.js';
import { pixel } from './pixel.js';
import { Qoi2 } from './qoi2.js';

const MORE = 0;
const SOLID = 1;
const COPY = 3;
const QOI2 = 4;
const JPEG = 5;
const VIDEO = 6;
const HALF_JPEG = 7;
const PHOTO_PAINTERS = new Map([
  [JPEG, paintPhoto],
  [HALF_JPEG, paintHalfPhoto],
]);
/** Seven bits each: more than any screen's side. */
const VARINT_BYTES = 3;
/** Decoded side by side: by then no machine is idle, and each takes two megabytes. */
const MOST_PHOTOS = 4;

/** Paints the unpacked pieces of one viewer's stream. */
export class PackedRectangles {
  #qoi = new Qoi2();
  #film = new Film();
  /** @type {Uint8Array} */
  #bytes = new Uint8Array(0);
  #at = 0;

  /** The next piece begins a stream. */
  begin() {
    this.#qoi.begin();
    this.#film.begin();
  }

  /**
   * @param {Uint8Array} bytes one piece: whole rectangles; left as it is until the promise is kept
   * @param {import('./surface.js').Surface} surface
   * @param {import('./dirty.js').Dirty} dirty
   * @returns {Promise<boolean>} whether the picture lacks nothing
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
   */
  async paint(bytes, surface, dirty) {
    this.#bytes = bytes;
    this.#at = 0;
    /** Under way. @type {Promise<void>[]} */
    const photos = [];
    try {
      return await this.#paint(surface, dirty, photos);
    } finally {
      await Promise.allSettled(photos); // nothing is written into the screen any more once this is over
    }
  }

  /**
   * Photographs that follow each other are decoded side by side; whatever else comes waits for them.
   * @param {import('./surface.js').Surface} surface @param {import('./dirty.js').Dirty} dirty @param {Promise<void>[]} photos
   */
  async #paint(surface, dirty, photos) {
    let complete = true;
    let covers = MOST_COVERS * surface.width * surface.height;
    for (let count = 0; this.#at < this.#bytes.length; count++) {
      if (count === LIMITS.rectangles) throw protocolError('too many rectangles');
      const coder = this.#bytes[this.#at++];
      if (coder === MORE) {
        complete = false;
        continue;
      }
      const area = { x: this.#varint(), y: this.#varint(), width: this.#varint(), height: this.#varint() };
      refuseOutside(area, surface.width, surface.height);
      covers -= area.width * area.height;
      if (covers < 0) throw protocolError('rectangles that cover the screen many times');
      const paintsPhoto = PHOTO_PAINTERS.get(coder);
      if (!paintsPhoto || photos.length === MOST_PHOTOS) {
        await Promise.all(photos);
        photos.length = 0; // only now: when one fails, the others are still to be waited for
      }
      if (paintsPhoto) photos.push(paintsPhoto(this.#coded(LIMITS.jpegBytes), surface, area));
      else if (coder === VIDEO) await this.#film.paint(this.#coded(LIMITS.videoBytes), surface, area);
      else this.#rectangle(coder, area, surface);
      dirty.add(area);
    }
    await Promise.all(photos);
    return complete;
  }

  /** @param {number} coder @param {import('./surface.js').Area} area @param {import('./surface.js').Surface} surface */
  #rectangle(coder, area, surface) {
    switch (coder) {
      case SOLID:
        surface.fill(area, pixel(this.#byte(), this.#byte(), this.#byte()));
        break;
      case COPY: {
        const source = { ...area, x: this.#varint(), y: this.#varint() };
        refuseOutside(source, surface.width, surface.height);
        surface.copy(area, source.x, source.y);
        break;
      }
      case QOI2:
        if (area.width * area.height > LIMITS.rectanglePixels) throw protocolError('a QOI2 rectangle of too many pixels');
        this.#at = this.#qoi.decode(this.#bytes, this.#at, surface, area);
        break;
      default:
        throw protocolError(`picture coder ${coder}`);
    }
  }

  /** @param {number} most bytes @returns {Uint8Array<ArrayBuffer>} a copy of what another decoder is for */
  #coded(most) {
    const length = this.#varint();
    if (length > most || length > this.#bytes.length - this.#at) throw protocolError('a JPEG or video beyond the piece');
    this.#at += length;
    return new Uint8Array(this.#bytes.subarray(this.#at - length, this.#at));
  }

  #byte() {
    if (this.#at >= this.#bytes.length) throw protocolError('a piece that stops within a rectangle');
    return this.#bytes[this.#at++];
  }

  #varint() {
    let value = 0;
    for (let index = 0; index < VARINT_BYTES; index++) {
      const next = this.#byte();
      value |= (next & 0x7f) << (7 * index);
      if (next < 0x80) return value;
    }
    throw protocolError('a number that is too long');
  }
}
