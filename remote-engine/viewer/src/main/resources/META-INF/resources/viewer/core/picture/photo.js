import { protocolError } from '../status.js';
import { grow, halfOf } from './half-size.js';
import { checkJpeg } from './jpeg-shape.js';
import { Surface } from './surface.js';

const TYPE = 'image/jpeg';

/** Whether this browser decodes photographs where there is no page. */
export const DECODES_PHOTOS =
  'ImageDecoder' in globalThis || ('createImageBitmap' in globalThis && 'OffscreenCanvas' in globalThis);

/**
 * Paints a JPEG into the remote screen's memory.
 * @param {Uint8Array<ArrayBuffer>} bytes nothing but the JPEG; the decoder's from now on
 * @param {import('./surface.js').Surface} surface
 * @param {import('./surface.js').Area} area where it goes, already checked
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR for anything but a JPEG of exactly this size
 */
export async function paintPhoto(bytes, surface, area) {
  checkJpeg(bytes, area.width, area.height);
  await decode(bytes, surface, area);
}

/**
 * Paints a JPEG of half the size.
 * @param {Uint8Array<ArrayBuffer>} bytes nothing but the JPEG; the decoder's from now on
 * @param {import('./surface.js').Surface} surface
 * @param {import('./surface.js').Area} area where it goes, already checked
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR for anything but a JPEG of half this size
 */
export async function paintHalfPhoto(bytes, surface, area) {
  const half = { x: 0, y: 0, width: halfOf(area.width), height: halfOf(area.height) };
  checkJpeg(bytes, half.width, half.height);
  const small = new Surface(half.width, half.height);
  await decode(bytes, small, half);
  grow(small, surface, area);
}

/** @param {Uint8Array<ArrayBuffer>} bytes checked @param {import('./surface.js').Surface} surface @param {import('./surface.js').Area} area */
async function decode(bytes, surface, area) {
  try {
    await ('ImageDecoder' in globalThis ? paintFrame(bytes, surface, area) : paintBitmap(bytes, surface, area));
  } catch (cause) {
    throw protocolError(`a damaged JPEG: ${cause}`);
  }
}

/**
 * Straight into the memory: half the time of going by a canvas.
 * @param {Uint8Array<ArrayBuffer>} data @param {import('./surface.js').Surface} surface @param {import('./surface.js').Area} area
 */
async function paintFrame(data, surface, area) {
  const decoder = new ImageDecoder({ type: TYPE, data, colorSpaceConversion: 'none' });
  try {
    const { image } = await decoder.decode();
    try {
      refuseOther(image.displayWidth, image.displayHeight, area);
      const { width, pixels } = surface;
      const rect = image.visibleRect ?? undefined;
      const layout = [{ offset: (area.y * width + area.x) * 4, stride: width * 4 }];
      await image.copyTo(pixels, { format: 'RGBA', rect, layout });
    } finally {
      image.close();
    }
  } finally {
    decoder.close();
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {import('./surface.js').Surface} surface @param {import('./surface.js').Area} area */
async function paintBitmap(bytes, surface, area) {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: TYPE }), { colorSpaceConversion: 'none' });
  try {
    refuseOther(bitmap.width, bitmap.height, area);
    const context = new OffscreenCanvas(area.width, area.height).getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new Error('this browser gives no 2d canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, area.width, area.height);
    surface.write(area, new Uint32Array(data.buffer));
  } finally {
    bitmap.close();
  }
}

/** @param {number} width @param {number} height @param {import('./surface.js').Area} area */
function refuseOther(width, height, area) {
  if (width !== area.width || height !== area.height) throw new Error(`${width}x${height}`);
}
