import { LIMITS } from '../limits.js';
import { protocolError } from '../status.js';

const TAG_BYTES = 3;
const KEY_BYTES = 10;
const START_CODE = 0x9d012a;

/**
 * The gate before the browser's VP8 decoder (RFC 6386, 9.1): lets only frames pass that show one picture of the
 * rectangle's size, and such that need an earlier one only behind one that needs none. In Java it is Vp8Shape.
 */
export class Vp8Shape {
  #width = 0;
  #height = 0;

  /** What came before counts no more. */
  begin() {
    this.#width = this.#height = 0;
  }

  /**
   * @param {Uint8Array} bytes nothing but the frame
   * @param {number} width @param {number} height of the rectangle it is for
   * @returns {boolean} whether it needs no earlier one
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
   */
  check(bytes, width, height) {
    if (width * height > LIMITS.videoPixels) throw protocolError('a video of too many pixels');
    if (bytes.length < TAG_BYTES) throw protocolError('a video frame that stops');
    const tag = bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    const key = (tag & 1) === 0;
    if ((tag >> 1) & 7) throw protocolError('a video of another kind');
    if (((tag >> 4) & 1) === 0) throw protocolError('a video frame that shows nothing');
    const head = key ? KEY_BYTES : TAG_BYTES;
    if (bytes.length < head || tag >> 5 > bytes.length - head) throw protocolError('a video frame that stops');
    if (key) {
      if (((bytes[3] << 16) | (bytes[4] << 8) | bytes[5]) !== START_CODE) throw protocolError('no video');
      // The upper two bits would ask for another scale.
      this.#width = bytes[6] | (bytes[7] << 8);
      this.#height = bytes[8] | (bytes[9] << 8);
    }
    if (this.#width !== width || this.#height !== height) {
      throw protocolError('a video of another size, or without its beginning');
    }
    return key;
  }
}
