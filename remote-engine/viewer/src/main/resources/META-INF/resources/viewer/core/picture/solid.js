import { protocolError } from '../status.js';
import { pixel } from './pixel.js';

/**
 * Coder 1, SOLID: three bytes R G B for the whole rectangle.
 * @type {import('./coders.js').Coder}
 */
export async function paintSolid(rectangle, surface) {
  const [r, g, b] = rectangle.bytes;
  if (rectangle.bytes.length !== 3 || r === undefined || g === undefined || b === undefined) {
    throw protocolError(`a solid colour of ${rectangle.bytes.length} bytes`);
  }
  surface.fill(rectangle, pixel(r, g, b));
}
