/** @typedef {import('./surface.js').Area} Area */

/** More areas than this are painted as one: each costs a call and a buffer of its own. */
const MOST_AREAS = 12;
/** Pixels that may be painted for nothing to save an area. */
const SLACK = 4096;

/** What a picture changes, as few areas that cover it. */
export class Dirty {
  /** @type {Area[]} */
  #areas = [];

  /** @param {Area} area */
  add(area) {
    let merged = area;
    for (let i = 0; i < this.#areas.length; i++) {
      const both = union(this.#areas[i], merged);
      if (size(both) <= size(this.#areas[i]) + size(merged) + SLACK) {
        merged = both;
        this.#areas.splice(i, 1);
        i = -1;
      }
    }
    this.#areas.push({ x: merged.x, y: merged.y, width: merged.width, height: merged.height });
    if (this.#areas.length > MOST_AREAS) this.#areas = [this.#areas.reduce(union)];
  }

  /** To be painted. */
  get pixels() {
    return this.#areas.reduce((sum, area) => sum + size(area), 0);
  }

  /** @returns {Area[]} and forgets them */
  take() {
    const areas = this.#areas;
    this.#areas = [];
    return areas;
  }
}

/** @param {Area} a @param {Area} b @returns {Area} */
function union(a, b) {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** @param {Area} area @returns {number} pixels */
function size(area) {
  return area.width * area.height;
}
