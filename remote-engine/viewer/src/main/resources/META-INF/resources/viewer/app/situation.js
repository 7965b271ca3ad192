/**
 * What is going on, in one word. Everything the page shows follows from it.
 * @typedef {'connecting' | 'reconnecting' | 'ended'} Apart we are not in the session
 * @typedef {'waiting' | 'away' | 'here' | 'nothing' | 'asking' | 'capture' | 'picture' | 'live'} Together
 * @typedef {Apart | Together} Situation
 *
 * @typedef {object} Facts
 * @property {import('../core/states.js').StateName} state
 * @property {boolean} wasJoined the connection has stood before
 * @property {import('../core/presence.js').Person | undefined} customer
 * @property {boolean} mayView the grant carries it
 * @property {import('../core/permissions.js').Answer} view
 * @property {boolean} capturing
 * @property {boolean} showing a picture can be seen
 */

/** @param {Facts} facts @returns {Situation} */
export function situationOf({ state, wasJoined, customer, mayView, view, capturing, showing }) {
  if (state === 'ended') return 'ended';
  if (state === 'reconnecting') return 'reconnecting';
  if (state !== 'joined') return wasJoined ? 'reconnecting' : 'connecting';
  if (!customer) return 'waiting';
  if (customer.away) return 'away';
  if (!mayView) return 'nothing';
  if (view !== 'granted') return view === 'asking' ? 'asking' : 'here';
  if (!capturing) return 'capture';
  return showing ? 'live' : 'picture';
}
