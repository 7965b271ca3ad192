/**
 * Where the remote screen lies on the page, and which of its pixels a point of the page means. Pure arithmetic, all of
 * it here, so that a click means the same pixel everywhere.
 * @typedef {{width: number, height: number}} Size
 * @typedef {{left: number, top: number, width: number, height: number}} Box CSS pixels
 * @typedef {{x: number, y: number}} Point
 * @typedef {'fit' | 'exact'} ViewMode fit: all of it, never enlarged; exact: one remote pixel is one device pixel
 */

/**
 * @param {Size} stage the room there is, CSS pixels
 * @param {Size} screen remote pixels
 * @param {ViewMode} mode
 * @param {number} ratio device pixels per CSS pixel
 * @returns {Box} where the canvas goes within the stage, snapped to device pixels; with `exact` it may be larger
 */
export function layOut(stage, screen, mode, ratio) {
  const scale =
    mode === 'exact'
      ? 1 / ratio
      : Math.min(1, stage.width / screen.width, stage.height / screen.height);
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
