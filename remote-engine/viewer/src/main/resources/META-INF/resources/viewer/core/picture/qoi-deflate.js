import { LIMITS } from '../limits.js';
import { protocolError } from '../status.js';
import { inflate } from './inflate.js';
import { QOI_BYTES_PER_PIXEL, decodeQoi } from './qoi.js';

/**
 * Coder 2, QOI_DEFLATE: raw deflate of the QOI chunk stream, row by row.
 * @type {import('./coders.js').Coder}
 */
export async function paintQoiDeflate(rectangle, surface) {
  const count = rectangle.width * rectangle.height;
  if (count > LIMITS.rectanglePixels) throw protocolError(`a QOI_DEFLATE rectangle of ${count} pixels`);
  const chunks = await inflate(rectangle.bytes, count * QOI_BYTES_PER_PIXEL);
  surface.write(rectangle, decodeQoi(chunks, count));
}
