import { statusOfName } from './status.js';

/**
 * @typedef {object} SessionCard who helps whom with what
 * @property {string} sessionId
 * @property {string} company
 * @property {string} technician
 * @property {string} [technicianDepartment]
 * @property {string} ticketNumber
 * @property {string} ticketSubject
 * @property {string | null} [customer] absent while unknown
 * @property {string} language
 * @property {number} askSeconds how long the customer is asked before silence is taken as no
 */

/** @typedef {{grant: string, relayUrl: string, session: SessionCard}} Admission */

/**
 * What came of asking for a grant.
 * @typedef {object} Outcome
 * @property {import('./status.js').Status | undefined} status
 * @property {string} messageKey
 * @property {boolean} retry
 * @property {number} notBefore milliseconds until asking again makes sense
 */

/** The helpdesk gave no grant. */
export class AdmissionRefused extends Error {
  /** @param {Outcome} outcome @param {string} detail for logs */
  constructor(outcome, detail) {
    super(detail);
    this.outcome = outcome;
  }
}

/**
 * Asks the helpdesk for a grant.
 * @param {string} url of the session's grants
 * @param {Record<string, string>} headers the CSRF token's header
 * @param {string} [lost] address of the relay that the last admission named and that did not let us in
 * @returns {Promise<Admission>}
 * @throws {AdmissionRefused}
 */
export async function fetchAdmission(url, headers, lost) {
  /** @type {Response} */
  let response;
  try {
    const said = lost
      ? { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ lost }) }
      : { headers };
    response = await fetch(url, { method: 'POST', credentials: 'same-origin', redirect: 'manual', ...said });
  } catch (cause) {
    throw refused('status.helpdesk_away', true, String(cause));
  }
  if (!response.ok) throw await refusal(response);
  const admission = await response.json().catch(() => undefined);
  if (!isAdmission(admission)) throw refused('status.internal', true, 'not a ViewerAdmission');
  return admission;
}

/** @param {Response} response @returns {Promise<AdmissionRefused>} */
async function refusal(response) {
  const problem = await response.json().catch(() => undefined);
  const row = statusOfName(problem?.code);
  const notBefore = Number(response.headers.get('Retry-After') ?? 0) * 1000 || 0;
  if (row && row.name !== 'OK') {
    const outcome = { status: row, messageKey: row.messageKey, retry: row.retryable, notBefore };
    return new AdmissionRefused(outcome, `${response.status} ${row.name}`);
  }
  const [messageKey, retry] = meaning(response);
  return refused(messageKey, retry, `${response.status}`, notBefore);
}

/**
 * A refusal counts only from the helpdesk itself: while it starts, its server answers 404 in its place, and a proxy before
 * it has words of its own, too.
 * @param {Response} response
 * @returns {[string, boolean]} message key and whether asking again may help
 */
function meaning({ status, type, headers }) {
  if (type === 'opaqueredirect') return ['status.logged_out', false];
  if (!headers.get('Content-Type')?.startsWith('application/problem+json')) return ['status.helpdesk_away', true];
  if (status === 401) return ['status.logged_out', false];
  if (status === 403) return ['status.not_permitted', false];
  if (status === 404) return ['status.not_found', false];
  if (status === 409 || status === 410) return ['status.over', false];
  if (status === 429) return ['status.throttled', true];
  return ['status.helpdesk_away', status >= 500];
}

/** @param {string} messageKey @param {boolean} retry @param {string} detail @param {number} notBefore */
function refused(messageKey, retry, detail, notBefore = 0) {
  return new AdmissionRefused({ status: undefined, messageKey, retry, notBefore }, detail);
}

/** @param {unknown} answer @returns {answer is Admission} */
function isAdmission(answer) {
  if (typeof answer !== 'object' || answer === null) return false;
  const { grant, relayUrl, session } = /** @type {Record<string, unknown>} */ (answer);
  const address = typeof relayUrl === 'string' && /^wss?:\/\//.test(relayUrl);
  return typeof grant === 'string' && address && typeof session === 'object' && session !== null;
}
