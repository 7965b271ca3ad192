/** Microseconds since 1970, this end's clock; never runs backwards while the page lives. @returns {number} */
export function nowMicros() {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}
