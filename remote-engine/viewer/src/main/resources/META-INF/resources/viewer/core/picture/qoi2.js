import { protocolError } from '../status.js';
import { BLACK } from './pixel.js';

/** Shorter runs are faster in a loop than in a call. */
const SHORT = 12;

/**
 * The chunks of docs/protocol.md, "QOI2": QOI's colours and differences with runs of the row above. Seen colours and the
 * last pixel go on from rectangle to rectangle; one instance for one stream.
 */
export class Qoi2 {
  #seen = new Uint32Array(64);
  #last = BLACK;

  constructor() {
    this.begin();
  }

  /** As at the beginning of a stream. */
  begin() {
    this.#seen.fill(BLACK);
    this.#last = BLACK;
  }

  /**
   * Paints a rectangle, whose place is already checked.
   * @param {Uint8Array} bytes
   * @param {number} start where its chunks begin
   * @param {import('./surface.js').Surface} surface
   * @param {import('./surface.js').Area} area
   * @returns {number} where they end
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
   */
  decode(bytes, start, surface, { x, y, width, height }) {
    const { pixels, width: stride } = surface;
    const seen = this.#seen;
    const end = bytes.length;
    const count = width * height;
    let last = this.#last;
    let at = start;
    let index = y * stride + x;
    let rowEnd = index + width;
    let done = 0;
    while (done < count) {
      if (at >= end) throw stops();
      const op = bytes[at++];
      if (op >= 0xc0 && op < 0xfe) {
        const above = op >= 0xe0;
        const shortest = above ? 28 : 30;
        let length = op - (above ? 0xdf : 0xbf);
        if (length > shortest) {
          const extra = length - shortest;
          if (at + extra > end) throw stops();
          length = extra === 1 ? shortest + 1 + bytes[at] : shortest + 257 + ((bytes[at] << 8) | bytes[at + 1]);
          at += extra;
        }
        if (length > count - done) throw protocolError('a run beyond the rectangle');
        if (above && done < width) throw protocolError('a run of a row above that is not there');
        done += length;
        while (length > 0) {
          const until = Math.min(index + length, rowEnd);
          length -= until - index;
          if (above) {
            if (until - index > SHORT) pixels.copyWithin(index, index - stride, until - stride);
            else for (let i = index; i < until; i++) pixels[i] = pixels[i - stride];
            last = pixels[until - 1];
          } else if (until - index > SHORT) pixels.fill(last, index, until);
          else for (let i = index; i < until; i++) pixels[i] = last;
          index = until;
          if (index === rowEnd) {
            index += stride - width;
            rowEnd += stride;
          }
        }
        continue;
      }
      if (op < 0x40) {
        last = seen[op];
      } else {
        let r = last & 0xff;
        let g = (last >> 8) & 0xff;
        let b = (last >> 16) & 0xff;
        if (op < 0x80) {
          r += ((op >> 4) & 3) - 2;
          g += ((op >> 2) & 3) - 2;
          b += (op & 3) - 2;
        } else if (op < 0xc0) {
          if (at >= end) throw stops();
          const second = bytes[at++];
          const green = (op & 0x3f) - 32;
          r += green - 8 + (second >> 4);
          g += green;
          b += green - 8 + (second & 0x0f);
        } else {
          if (op === 0xff || at + 3 > end) throw stops();
          r = bytes[at];
          g = bytes[at + 1];
          b = bytes[at + 2];
          at += 3;
        }
        r &= 0xff;
        g &= 0xff;
        b &= 0xff;
        last = (BLACK | (b << 16) | (g << 8) | r) >>> 0;
        seen[(r * 3 + g * 5 + b * 7) & 63] = last;
      }
      pixels[index++] = last;
      done++;
      if (index === rowEnd) {
        index += stride - width;
        rowEnd += stride;
      }
    }
    this.#last = last;
    return at;
  }
}

function stops() {
  return protocolError('chunks that are not the rectangle');
}
