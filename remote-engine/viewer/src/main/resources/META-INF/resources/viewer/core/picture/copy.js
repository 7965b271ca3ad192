import { protocolError } from '../status.js';
import { refuseOutside } from './area.js';

/**
 * Coder 3, COPY: where on the screen the pixels are already, as u16 x and u16 y.
 * @type {import('./coders.js').Coder}
 */
export async function paintCopy(rectangle, surface) {
  const { bytes, width, height } = rectangle;
  if (bytes.length !== 4) throw protocolError(`a copy of ${bytes.length} bytes`);
  const x = (bytes[0] << 8) | bytes[1];
  const y = (bytes[2] << 8) | bytes[3];
  refuseOutside({ x, y, width, height }, surface.width, surface.height);
  surface.copy(rectangle, x, y);
}
