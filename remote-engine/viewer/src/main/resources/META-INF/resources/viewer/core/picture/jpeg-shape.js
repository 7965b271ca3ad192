import { LIMITS } from '../limits.js';
import { protocolError } from '../status.js';

const SOI = 0xd8;
const EOI = 0xd9;
const SOF0 = 0xc0;
const SOS = 0xda;
/** APP0, DQT, DHT, DRI: what may stand between them. */
const PLAIN_SEGMENTS = new Set([0xe0, 0xdb, 0xc4, 0xdd]);
/** Width and height of a sample of the first component, four bits each. */
const SAMPLINGS = new Set([0x11, 0x12, 0x21, 0x22]);
const FRAME_BYTES = 17;
const SCAN_BYTES = 12;

/**
 * The gate before the browser's JPEG decoder: lets only the kind of JPEG pass that docs/protocol.md describes, so that
 * the decoder meets no size, turn or tint that the rectangle does not have.
 * @param {Uint8Array} bytes nothing but the JPEG
 * @param {number} width @param {number} height of its rectangle
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
 */
export function checkJpeg(bytes, width, height) {
  if (width * height > LIMITS.jpegPixels) throw protocolError('a JPEG of too many pixels');
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw protocolError('no JPEG');
  let framed = false;
  for (let at = 2; ; ) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw protocolError('no JPEG marker');
    at += 2;
    const length = (bytes[at] << 8) | bytes[at + 1];
    if (!(length >= 2 && at + length <= bytes.length)) throw protocolError('a JPEG segment beyond the end');
    const segment = bytes.subarray(at, at + length);
    at += length;
    if (marker === SOF0) {
      if (framed) throw protocolError('a second JPEG frame');
      framed = true;
      checkFrame(segment, width, height);
    } else if (marker === SOS) {
      if (!framed) throw protocolError('a JPEG scan before its frame');
      checkScan(segment, bytes, at);
      return;
    } else if (!PLAIN_SEGMENTS.has(marker)) throw protocolError(`JPEG segment ${marker}`);
  }
}

/** @param {Uint8Array} frame @param {number} width @param {number} height */
function checkFrame(frame, width, height) {
  if (frame.length !== FRAME_BYTES || frame[2] !== 8 || frame[7] !== 3) throw protocolError('a JPEG frame of another kind');
  if (((frame[3] << 8) | frame[4]) !== height || ((frame[5] << 8) | frame[6]) !== width) {
    throw protocolError('a JPEG of another size');
  }
  if (!SAMPLINGS.has(frame[9]) || frame[12] !== 0x11 || frame[15] !== 0x11) throw protocolError('a JPEG sampled otherwise');
}

/** @param {Uint8Array} scan @param {Uint8Array} bytes @param {number} start where its data begins */
function checkScan(scan, bytes, start) {
  const plain = scan.length === SCAN_BYTES && scan[2] === 3 && scan[9] === 0 && scan[10] === 63 && scan[11] === 0;
  if (!plain) throw protocolError('a JPEG scan of another kind');
  for (let at = start; ; ) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 === bytes.length) throw protocolError('a JPEG that stops');
    const marker = bytes[at + 1];
    at += 2;
    if (marker === EOI) {
      if (at !== bytes.length) throw protocolError('bytes behind a JPEG');
      return;
    }
    if (marker !== 0 && (marker < 0xd0 || marker > 0xd7)) throw protocolError("a marker within a JPEG's scan");
  }
}
