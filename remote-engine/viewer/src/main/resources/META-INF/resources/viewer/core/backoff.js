/** Pauses before each further attempt, milliseconds. The first is short: most breaks are a relay that is replaced. */
const PAUSES = [250, 500, 1000, 2000, 4000, 8000, 15000];

/** A connection that lasted this long starts the series anew, milliseconds. Shorter ones may be a loop of refusals. */
export const STEADY_AFTER = 5000;

/**
 * @param {number} attempt 0 for the first attempt after a connection was lost
 * @param {number} random from 0 up to 1: spreads many viewers that lost the same relay
 * @returns {number} milliseconds
 */
export function pauseBefore(attempt, random) {
  const pause = PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 15000;
  return Math.round(pause * (0.8 + 0.4 * random));
}
