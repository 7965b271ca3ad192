import { protocolError } from '../status.js';

/**
 * How often the rectangles of one frame may cover the screen. Honest ones overlap a little; a flood of work does not end.
 */
export const MOST_COVERS = 4;

/** @param {import('./surface.js').Area} r @param {number} screenWidth @param {number} screenHeight */
export function refuseOutside(r, screenWidth, screenHeight) {
  if (r.width === 0 || r.height === 0) throw protocolError('an empty rectangle');
  if (r.x + r.width > screenWidth || r.y + r.height > screenHeight) {
    throw protocolError(`rectangle ${r.x},${r.y} ${r.width}x${r.height} outside ${screenWidth}x${screenHeight}`);
  }
}
