/**
 * Pauses before the first attempts and before each further one, milliseconds. The first is short: most breaks are a relay that
 * is replaced. With its spread, none takes more than some third of the 3 s in which a session goes on when the path is back,
 * until nobody waits for the next moment any more.
 */
const PAUSES = [250, 500];
const PAUSE = 1000;
const PATIENT_AFTER = 90;
const PATIENT = 15000;

/** A connection that lasted this long starts the series anew, milliseconds. Shorter ones may be a loop of refusals. */
export const STEADY_AFTER = 5000;

/**
 * @param {number} attempt 0 for the first attempt after a connection was lost
 * @param {number} random from 0 up to 1: spreads many viewers that lost the same relay
 * @returns {number} milliseconds
 */
export function pauseBefore(attempt, random) {
  const pause = attempt < PATIENT_AFTER ? (PAUSES[attempt] ?? PAUSE) : PATIENT;
  return Math.round(pause * (0.8 + 0.4 * random));
}
