/**
 * What a grant says about its bearer, read without checking its signature: to decide what to show, and
 * what keys are bound to. The relay and the applet check; showing a button that they refuse would be unkind, not unsafe.
 * @typedef {object} GrantClaims
 * @property {string} sessionId
 * @property {string} subject the technician, the same for every reconnection
 * @property {string} name display name
 * @property {ReadonlySet<string>} permissions the ceiling
 * @property {number} endsAt latest end of the session, milliseconds since 1970; 0: not said
 */

/** @param {string} grant a compact JWT @returns {GrantClaims} @throws {SyntaxError} when it is none */
export function claimsOf(grant) {
  const middle = grant.split('.')[1];
  if (middle === undefined) throw new SyntaxError('a grant has three parts');
  const binary = atob(middle.replaceAll('-', '+').replaceAll('_', '/'));
  const text = new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
  const claims = JSON.parse(text);
  const list = Array.isArray(claims.perm) ? claims.perm : [];
  return {
    sessionId: String(claims.sid ?? ''),
    subject: String(claims.sub ?? ''),
    name: typeof claims.name === 'string' ? claims.name : '',
    permissions: new Set(list.filter((/** @type {unknown} */ p) => typeof p === 'string')),
    endsAt: typeof claims.end === 'number' ? claims.end * 1000 : 0,
  };
}
