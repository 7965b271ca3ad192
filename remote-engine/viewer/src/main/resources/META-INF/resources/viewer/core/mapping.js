/**
 * Where the remote screen lies on the page, and which of its pixels a point of the page means. Pure arithmetic, all of
 * it here, so that a click means the same pixel everywhere.
 * @typedef {{width: number, height: number}} Size
 * @typedef {{left: number, top: number, width: number, height: number}} Box CSS pixels
 * @typedef {{x: number, y: number}} Point
 * @typedef {{x: number, y: number, width: number, height: number}} Region remote pixels: the desktop or one monitor of it
 * @typedef {'fit' | 'exact' | 'zoom'} ViewMode fit: all of it, never enlarged; exact: one remote pixel is one device pixel;
 *   zoom: as large as asked for
 */

/**
 * @param {Size} stage the room there is, CSS pixels
 * @param {Size} screen remote pixels
 * @param {ViewMode} mode
 * @param {number} ratio device pixels per CSS pixel
 * @param {number} zoom device pixels per remote pixel, with `zoom`
 * @returns {Box} where it goes within the stage, snapped to device pixels; only with `fit` it is never larger
 */
export function layOut(stage, screen, mode, ratio, zoom = 1) {
  const scale =
    mode === 'fit'
      ? Math.min(1, stage.width / screen.width, stage.height / screen.height)
      : (mode === 'zoom' ? zoom : 1) / ratio;
  const width = snap(screen.width * scale, ratio);
  const height = snap(screen.height * scale, ratio);
  return {
    left: snap(Math.max(0, (stage.width - width) / 2), ratio),
    top: snap(Math.max(0, (stage.height - height) / 2), ratio),
    width,
    height,
  };
}

/**
 * @param {number} length CSS pixels
 * @param {number} ratio
 * @returns {number} the nearest whole device pixel, at least 0
 */
function snap(length, ratio) {
  return Math.round(length * ratio) / ratio;
}

/** Steps of the zoom, device pixels per remote pixel. */
const ZOOM_STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/**
 * @param {number} from device pixels per remote pixel, now
 * @param {1 | -1} direction larger or smaller
 * @returns {number} the next step; the last one stays
 */
export function nextZoom(from, direction) {
  const near = 0.01;
  const larger = ZOOM_STEPS.find((step) => step > from + near) ?? 4;
  const smaller = ZOOM_STEPS.findLast((step) => step < from - near) ?? 0.25;
  return direction > 0 ? larger : smaller;
}

/** @param {number} zoom @returns {number} within the steps */
export function withinZoom(zoom) {
  return Math.min(4, Math.max(0.25, zoom));
}

/**
 * @param {Region | undefined} wanted one monitor, or nothing for all of it
 * @param {Size} screen remote pixels
 * @returns {Region} what of it is within the screen; the whole screen if that is nothing
 */
export function regionOf(wanted, screen) {
  const whole = { x: 0, y: 0, width: screen.width, height: screen.height };
  if (!wanted) return whole;
  const x = within(wanted.x, screen.width);
  const y = within(wanted.y, screen.height);
  const width = Math.min(wanted.x + wanted.width, screen.width) - x;
  const height = Math.min(wanted.y + wanted.height, screen.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : whole;
}

/**
 * The remote pixel under a point. A point outside means the nearest pixel of the edge, as while dragging.
 * @param {Point} point CSS pixels, in the same coordinates as `box`
 * @param {Box} box where the canvas is
 * @param {Size} screen remote pixels, at least 1x1
 * @returns {Point} whole pixels within the screen
 */
export function toRemote(point, box, screen) {
  return {
    x: within(Math.floor(((point.x - box.left) * screen.width) / box.width), screen.width),
    y: within(Math.floor(((point.y - box.top) * screen.height) / box.height), screen.height),
  };
}

/** @param {number} value @param {number} size @returns {number} */
function within(value, size) {
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), size - 1) : 0;
}

/**
 * What a browser's wheel event says; the last two are older than the standard, and everywhere.
 * @typedef {{deltaX: number, deltaY: number, deltaMode: number, wheelDeltaX?: number, wheelDeltaY?: number}} WheelDelta
 */

/** One notch on the wire, and in the older fields. */
const NOTCH = 120;
/** What browsers report for one notch, by WheelEvent.deltaMode: 100 CSS pixels, 3 lines, 1 page. */
const NOTCH_BY_MODE = [100, 3, 1];

/**
 * Adds a wheel's movement up into whole notches: a touch pad sends many small movements, and programs on the other side
 * know notches.
 */
export class WheelNotches {
  #x = 0;
  #y = 0;

  /** @param {WheelDelta} event @returns {{dx: number, dy: number}} whole notches times 120; often 0 */
  add(event) {
    this.#x += notches(event.deltaX, event.wheelDeltaX, event.deltaMode);
    this.#y += notches(event.deltaY, event.wheelDeltaY, event.deltaMode);
    const x = Math.trunc(this.#x);
    const y = Math.trunc(this.#y);
    this.#x -= x;
    this.#y -= y;
    return { dx: x * NOTCH, dy: y * NOTCH };
  }

  /** Forgets what was not yet a notch: the pointer is elsewhere now. */
  reset() {
    this.#x = 0;
    this.#y = 0;
  }
}

/**
 * A real wheel says whole notches in the older field (and with the opposite sign), whatever its pixels are set to.
 * @param {number} delta @param {number | undefined} older @param {number} mode
 */
function notches(delta, older, mode) {
  if (older !== undefined && older !== 0 && older % NOTCH === 0) return -older / NOTCH;
  return delta / (NOTCH_BY_MODE[mode] ?? 100);
}
